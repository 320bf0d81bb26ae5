package dev.startill.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What commands print, from the jar. */
public final class Texts {
  private Texts() {}

  /** The text of that name; empty when the jar lacks it, for words are not worth a failure. */
  public static String read(String name) {
    try (var in = Texts.class.getResourceAsStream("/dev/startill/server/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
