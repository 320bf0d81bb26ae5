package dev.startill.benchmarks.run;

import dev.startill.benchmarks.wire.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which version of a library is installed. */
final class Versions {
  private Versions() {}

  /** A package of npm's; empty if it is not installed. */
  static Optional<String> npm(Path modules, String name) throws IOException {
    var manifest = modules.resolve(name).resolve("package.json");
    if (!Files.exists(manifest)) {
      return Optional.empty();
    }
    var bytes = Files.readAllBytes(manifest);
    return Optional.of(new JsonFields(bytes, 0, bytes.length).text("version"));
  }

  /** A jar in this folder whose name begins so; empty if there is none. */
  static Optional<String> jar(Path lib, String name) throws IOException {
    if (!Files.isDirectory(lib)) {
      return Optional.empty();
    }
    try (var jars = Files.list(lib)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.startsWith(name + "-"))
          .map(jar -> jar.substring(name.length() + 1).replace(".jar", ""))
          .findFirst();
    }
  }
}
