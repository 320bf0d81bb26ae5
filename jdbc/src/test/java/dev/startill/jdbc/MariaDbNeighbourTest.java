package dev.startill.jdbc;

import java.sql.SQLException;

class MariaDbNeighbourTest extends NeighbourContract {
  @Override
  ServerDatabase database() throws SQLException {
    return MariaDbDatabase.empty();
  }

  @Override
  void drop(Database database) throws SQLException {
    ((ServerDatabase) database).close();
  }

  /** Indexes have names of their table's own here. */
  @Override
  String names() {
    return """
    SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
    UNION ALL
    SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()
    UNION ALL
    SELECT constraint_name FROM information_schema.table_constraints
    WHERE constraint_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'
    """;
  }
}
