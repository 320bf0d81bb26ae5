package dev.startill.spring.test;

import dev.startill.spring.FallbackStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder that goes with its context, after the store that lies in it.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {
  static ScratchFolder create() {
    try {
      return new ScratchFolder(Files.createTempDirectory("startill-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A store in it. */
  FallbackStore store() {
    return new FallbackStore("jdbc:sqlite:" + path.resolve("startill.db"));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
