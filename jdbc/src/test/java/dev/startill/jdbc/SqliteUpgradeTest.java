package dev.startill.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteUpgradeTest extends UpgradeContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteFile.in(folder);
  }
}
