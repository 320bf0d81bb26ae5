package dev.startill.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A product's one-time codes, one a line. What is in it is worth money: it is never logged. */
public final class CodesFile {
  /** With the product's title and the order's id it still is one message of 4096 characters. */
  static final int LONGEST = 3900;

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

  /** The numbers of the lines, from 1, whose code no message would carry. */
  static List<Integer> tooLong(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).strip().length() > LONGEST)
        .mapToObj(i -> i + 1)
        .toList();
  }
}
