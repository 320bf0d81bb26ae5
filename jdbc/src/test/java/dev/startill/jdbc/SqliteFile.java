package dev.startill.jdbc;

import java.nio.file.Path;

/** A SQLite file of a test. */
record SqliteFile(Path path) implements Database {
  static SqliteFile in(Path folder) {
    return new SqliteFile(folder.resolve("startill.db"));
  }

  @Override
  public String url() {
    return "jdbc:sqlite:" + path;
  }
}
