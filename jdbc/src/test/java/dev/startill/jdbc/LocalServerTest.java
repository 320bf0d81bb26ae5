package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.testkit.database.LocalMariaDb;
import dev.startill.testkit.database.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The servers that these tests run on; here, because the programs are. */
@Timeout(30)
class LocalServerTest {
  @Test
  void a_postgresql_that_ends_at_once_is_not_waited_for() {
    assertThatThrownBy(() -> LocalPostgres.start("no_such_setting=on").close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void a_mariadb_that_ends_at_once_is_not_waited_for() {
    assertThatThrownBy(() -> LocalMariaDb.start("no-such-setting").close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-setting");
  }
}
