package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.regex.Pattern;

/** Query identifiers: decimal int64 that travel as text. */
final class Queries {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}|\\d{19}");

  private Queries() {}

  /**
   * The number of a query.
   *
   * @throws Refusal the answer that every bad identifier gets
   */
  static long id(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw Refusal.staleQuery();
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.staleQuery();
    }
  }
}
