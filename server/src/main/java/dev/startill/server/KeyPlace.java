package dev.startill.server;

import java.nio.file.Path;

/** Where the operator's key lies: beside the database, which only the operator can reach either. */
final class KeyPlace {
  private static final String FILE = "operator.key";
  private static final String SQLITE = "jdbc:sqlite:";

  private KeyPlace() {}

  static Path beside(String storeUrl) {
    if (!storeUrl.startsWith(SQLITE)) {
      return Path.of(FILE);
    }
    var name = storeUrl.substring(SQLITE.length());
    var end = name.indexOf('?');
    var file = (end < 0 ? name : name.substring(0, end)).replaceFirst("^file:", "");
    return file.startsWith(":") || file.isEmpty()
        ? Path.of(FILE)
        : Path.of(file).resolveSibling(FILE);
  }
}
