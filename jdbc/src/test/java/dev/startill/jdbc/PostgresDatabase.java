package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.testkit.database.LocalPostgres;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database of a test on a PostgreSQL server. */
record PostgresDatabase(LocalPostgres server, String name, BotId bot) implements ServerDatabase {
  private static @Nullable PostgresDatabase common;
  private static @Nullable PostgresDatabase shared;

  /** On the server that tests share, with the newest schema already. */
  static PostgresDatabase fresh() throws SQLException {
    var template = common();
    return new PostgresDatabase(template.server, template.server.createLike(template.name), BOT);
  }

  /** On the server that tests share, without any schema. */
  static PostgresDatabase empty() throws SQLException {
    return on(LocalPostgres.shared());
  }

  /** The one that many tests share, each as another bot. */
  static synchronized PostgresDatabase shared() {
    try {
      if (shared == null) {
        shared = fresh();
      }
      return shared;
    } catch (SQLException e) {
      throw new IllegalStateException("No database could be made.", e);
    }
  }

  /** On a server of a test's own, without any schema. */
  static PostgresDatabase on(LocalPostgres server) throws SQLException {
    return new PostgresDatabase(server, server.create(), BOT);
  }

  /** With the newest schema, and otherwise empty: nobody stays connected to it. */
  private static synchronized PostgresDatabase common() throws SQLException {
    if (common == null) {
      common = empty();
      common.open().close();
    }
    return common;
  }

  @Override
  public PostgresDatabase as(BotId other) {
    return new PostgresDatabase(server, name, other);
  }

  @Override
  public void cut() {
    try {
      execute(
          """
          DO $$ BEGIN
            PERFORM pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'startill';
          END $$
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String url() {
    return server.url(name);
  }

  @Override
  public void close() throws SQLException {
    server.drop(name);
  }
}
