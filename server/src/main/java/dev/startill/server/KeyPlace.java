package dev.startill.server;

import dev.startill.server.config.Config;
import java.nio.file.Path;

/** Where the operator's key lies: beside the database, which only the operator can reach either. */
final class KeyPlace {
  private static final String FILE = "operator.key";

  private KeyPlace() {}

  static Path beside(String storeUrl) {
    return Config.fileOf(storeUrl)
        .map(database -> database.resolveSibling(FILE))
        .orElse(Path.of(FILE));
  }
}
