package dev.startill.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteGatheringTest extends GatheringContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteFile.in(folder);
  }
}
