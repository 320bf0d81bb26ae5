package dev.startill.jdbc;

import dev.startill.testkit.database.LocalMariaDb;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbLoginTest extends LoginContract {
  @Override
  LocalMariaDb server() {
    return LocalMariaDb.shared();
  }

  @Test
  void a_server_without_a_certificate_is_spoken_with_openly_only_where_one_says_so() {
    assertRefused(server().url("mysql").replace("&sslMode=disable", ""))
        .hasMessageContaining("sslMode=disable");
  }

  @Test
  void a_user_without_rights_is_told_what_to_grant() throws SQLException {
    try (var database = MariaDbDatabase.empty()) {
      server().execute("CREATE OR REPLACE USER guest@'%%' IDENTIFIED BY '%s'".formatted(SECRET));
      server().execute("GRANT SELECT ON %s.* TO guest@'%%'".formatted(database.name()));

      assertRefused(at(database.name(), "guest", SECRET)).hasMessageContaining("Grant it");
    }
  }

  @Test
  void a_server_that_only_reads_is_no_store() throws SQLException {
    try (var reading = LocalMariaDb.start("read-only")) {
      reading.execute("CREATE DATABASE shop");
      reading.execute("CREATE USER guest@'%%' IDENTIFIED BY '%s'".formatted(SECRET));
      reading.execute("GRANT ALL ON shop.* TO guest@'%'");
      var url =
          "jdbc:mariadb://127.0.0.1:%d/shop?user=guest&sslMode=disable&password=%s"
              .formatted(reading.port(), SECRET);

      assertRefused(url).hasMessageContaining("read_only");
    }
  }

  @Test
  void a_url_of_mysql_is_served_by_the_same_driver() throws SQLException {
    try (var database = MariaDbDatabase.fresh()) {
      open(database.url().replace("jdbc:mariadb:", "jdbc:mysql:"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//startill:hunter2@127.0.0.1/shop",
        "//127.0.0.1:eleven/shop?password=hunter2",
        "//127.0.0.1:/shop?password=hunter2",
        "//127.0.0.1/?password=hunter2",
        "//127.0.0.1/shop?password=hunter2&socketTimeout=long",
        "/127.0.0.1/shop?password=hunter2"
      })
  void a_url_that_leads_nowhere_is_refused_without_its_password(String rest) {
    assertSenseless("jdbc:mariadb:" + rest);
  }

  private String at(String database, String user, String password) {
    return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s&sslMode=disable"
        .formatted(server().port(), database, user, password);
  }
}
