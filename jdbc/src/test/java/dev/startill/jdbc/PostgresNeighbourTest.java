package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresNeighbourTest extends NeighbourContract {
  @Override
  ServerDatabase database() throws SQLException {
    return PostgresDatabase.empty();
  }

  @Override
  void drop(Database database) throws SQLException {
    ((ServerDatabase) database).close();
  }

  @Test
  void a_schema_with_a_name_much_alike_is_another_one() throws SQLException {
    try (var database = PostgresDatabase.empty()) {
      database.execute("CREATE SCHEMA my_shop");
      database.execute("CREATE SCHEMA my1shop CREATE TABLE orders (id INTEGER)");

      JdbcStore.open(database.url() + "&currentSchema=my_shop", database.bot()).close();

      assertThat(database.count("SELECT COUNT(*) FROM my_shop.orders")).isZero();
    }
  }

  @Override
  String names() {
    return """
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """;
  }
}
