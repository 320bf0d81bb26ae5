package dev.startill.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the project lies on this disk. */
final class Project {
  private Project() {}

  /** The folder that holds the licence and all modules. */
  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
