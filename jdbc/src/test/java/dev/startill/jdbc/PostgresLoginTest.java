package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.testkit.database.LocalPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody reads who is not let in; and what nobody reads. */
class PostgresLoginTest {
  private static final String SECRET = "hunter2";

  private LocalPostgres server;

  @BeforeEach
  void find() {
    server = LocalPostgres.shared();
  }

  @Test
  void a_wrong_password_is_named_without_being_told() {
    assertRefused("127.0.0.1:%d/postgres?user=startill&password=".formatted(server.port()))
        .hasMessageContaining("user and password");
  }

  @Test
  void a_database_that_does_not_exist_is_to_be_made() {
    assertThatThrownBy(() -> open(server.url("nowhere")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("CREATE DATABASE")
        .hasMessageNotContaining(LocalPostgres.PASSWORD);
  }

  @Test
  void a_server_that_is_not_there_is_named() {
    assertRefused("127.0.0.1:1/shop?user=startill&password=")
        .hasMessageContaining("127.0.0.1:1/shop")
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void a_user_without_rights_is_told_what_to_grant() throws SQLException {
    try (var database = PostgresDatabase.empty()) {
      server.execute("DROP ROLE IF EXISTS guest");
      server.execute("CREATE ROLE guest LOGIN PASSWORD '%s'".formatted(SECRET));
      var url = "127.0.0.1:%d/%s?user=guest&password=".formatted(server.port(), database.name());

      assertRefused(url).hasMessageContaining("lacks a right");
    }
  }

  @Test
  void a_database_that_only_reads_is_no_store() throws SQLException {
    try (var database = PostgresDatabase.fresh()) {
      var url = database.url() + "&options=-c%20default_transaction_read_only=on";

      assertThatThrownBy(() -> open(url)).hasMessageContaining("only reads");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startill:hunter2@127.0.0.1/shop",
        "127.0.0.1/shop&password=hunter2",
        "127.0.0.1:eleven/shop?password=hunter2",
        "127.0.0.1:99999/shop?password=hunter2"
      })
  void a_url_that_leads_nowhere_is_refused_without_its_password(String rest) {
    var refusal = catchThrowable(() -> open("jdbc:postgresql://" + rest));

    assertThat(refusal).isInstanceOf(SettingsException.class);
    assertThat(told(refusal)).doesNotContain(SECRET);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String rest) {
    var refusal = catchThrowable(() -> open("jdbc:postgresql://" + rest + SECRET));
    assertThat(told(refusal)).doesNotContain(SECRET);
    return assertThat(refusal).isInstanceOf(StoreException.class);
  }

  /** All that a log would have of it. */
  private static String told(Throwable refusal) {
    var text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void open(String url) {
    JdbcStore.open(url, Database.BOT).close();
  }
}
