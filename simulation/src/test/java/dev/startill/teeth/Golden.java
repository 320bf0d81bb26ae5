package dev.startill.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A page of the docs that a test keeps true: {@code mvn test -Dgolden=write} rewrites it. */
final class Golden {
  private Golden() {}

  /** Compares a page with what it should say, or writes it. */
  static void page(String path, String expected) throws IOException {
    var file = root().resolve(path);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, expected);
    }
    assertThat(file).as("rewrite it with: mvn test -Dgolden=write").hasContent(expected);
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
