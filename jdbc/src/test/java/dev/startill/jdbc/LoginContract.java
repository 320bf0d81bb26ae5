package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import dev.startill.testkit.database.LocalServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What somebody reads who is not let in; and what nobody reads. */
abstract class LoginContract {
  static final String SECRET = "hunter2";

  /** The one that tests share. */
  abstract LocalServer server();

  @Test
  void a_wrong_password_is_named_without_being_told() {
    assertRefused(server().url("shop").replace(LocalServer.PASSWORD, SECRET))
        .hasMessageContaining("user and password");
  }

  @Test
  void user_and_password_may_stand_beside_the_url() throws SQLException {
    var database = server().create();
    try {
      var url =
          server()
              .url(database)
              .replace("user=%s&password=%s".formatted(LocalServer.USER, LocalServer.PASSWORD), "");
      assertThat(url).doesNotContain(LocalServer.PASSWORD);
      var login = new Login(url, LocalServer.USER, LocalServer.PASSWORD);

      open(login);

      assertThat(login.toString()).doesNotContain(LocalServer.PASSWORD);
      var refusal = catchThrowable(() -> open(new Login(url, LocalServer.USER, SECRET)));
      assertThat(refusal).isInstanceOf(StoreException.class).hasMessageContaining("password");
      assertThat(told(refusal)).doesNotContain(SECRET);
    } finally {
      server().drop(database);
    }
  }

  @Test
  void a_database_that_does_not_exist_is_to_be_made() {
    assertRefused(server().url("nowhere")).hasMessageContaining("CREATE DATABASE");
  }

  @Test
  void a_server_that_is_not_there_is_named() {
    assertRefused(server().url("shop").replace(":%d/".formatted(server().port()), ":1/"))
        .hasMessageContaining("127.0.0.1:1/shop")
        .hasMessageContaining("cannot be reached");
  }

  static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String url) {
    return assertThat(refusal(url)).isInstanceOf(StoreException.class);
  }

  /** Of a URL that leads nowhere. */
  static void assertSenseless(String url) {
    assertThat(refusal(url)).isInstanceOf(SettingsException.class);
  }

  private static Throwable refusal(String url) {
    var refusal = catchThrowable(() -> open(url));
    assertThat(told(refusal)).doesNotContain(SECRET).doesNotContain(LocalServer.PASSWORD);
    return refusal;
  }

  /** All that a log would have of it. */
  private static String told(Throwable refusal) {
    var text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  static void open(String url) {
    JdbcStore.open(url, Database.BOT).close();
  }

  private static void open(Login login) {
    JdbcStore.open(login, Database.BOT, Settings.defaults(), InstantSource.system(), new Random(1))
        .close();
  }
}
