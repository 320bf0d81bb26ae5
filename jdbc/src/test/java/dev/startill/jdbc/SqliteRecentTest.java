package dev.startill.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecentTest extends RecentContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteFile.in(folder);
  }
}
