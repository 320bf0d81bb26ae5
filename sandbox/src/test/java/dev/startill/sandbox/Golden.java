package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A page of the docs that a test keeps true: {@code mvn test -Dgolden=write} rewrites it. */
public final class Golden {
  private Golden() {}

  /** Compares a page with what it should say, or writes it. */
  public static void page(String path, String expected) {
    var file = root().resolve(path);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, expected);
      }
      assertThat(file).as("rewrite it with: mvn test -Dgolden=write").hasContent(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
