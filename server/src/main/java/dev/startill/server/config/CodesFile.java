package dev.startill.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A product's one-time codes, one a line. What is in it is worth money: it is never logged. */
public final class CodesFile {
  private CodesFile() {}

  /**
   * The codes in their order, each once; spaces around them and empty lines do not count.
   *
   * @throws IOException if it cannot be read, or is not UTF-8
   */
  public static List<String> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
