package dev.startill.server.pages;

import java.util.Optional;
import java.util.function.Function;

/** Ids in what people type, and in addresses. */
public final class Ids {
  private Ids() {}

  /**
   * The id that a text is, if it is of its form.
   *
   * @param form its constructor
   */
  public static <T> Optional<T> read(String text, Function<String, T> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
