package dev.startill.sandbox.world;

/**
 * What stands with a file: words and their formatting (JSON text, empty for none), and whether they
 * stand above it and it hides behind a spoiler.
 */
public record Caption(String text, String entities, boolean above, boolean spoiler) {
  /** No words. */
  public static final Caption NONE = new Caption("", "", false, false);
}
