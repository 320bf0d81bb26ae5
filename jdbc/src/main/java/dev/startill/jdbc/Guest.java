package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Ids;
import dev.startill.port.SettingsException;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Lets the store take part in a transaction that somebody else began and will end. From then on
 * until that end nobody else writes for the bot. Immutable; threads share it.
 */
final class Guest {
  private final Dialect dialect;
  private final BotId bot;
  private final InstantSource clock;
  private final Ids ids;

  Guest(Dialect dialect, BotId bot, InstantSource clock, Ids ids) {
    this.dialect = dialect;
    this.bot = bot;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Runs a unit of work on this connection.
   *
   * @throws SettingsException if it is in no transaction that could be taken part in
   * @throws StoreException if the unit cannot be written: the transaction must not be committed
   */
  <T> T take(Connection connection, Function<Work, T> unit) {
    try {
      check(connection);
      dialect.enter(connection);
      try {
        return run(connection, unit);
      } finally {
        dialect.leave(connection);
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  private <T> T run(Connection connection, Function<Work, T> unit) throws SQLException {
    var session = new Session(dialect, connection);
    try {
      dialect.join(session, bot);
      var result = unit.apply(new JdbcWork(session, bot, clock, ids));
      var swallowed = session.takeFailure();
      if (swallowed.isPresent()) {
        throw swallowed.get();
      }
      return result;
    } finally {
      session.letGo();
    }
  }

  private void check(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new SettingsException(
          "The goods were to be handed over in a transaction, but the connection is in none. "
              + "Begin one, and set auto-commit to false.");
    }
    if (!dialect.mayJoin(connection)) {
      throw new SettingsException(
          "The transaction is not READ COMMITTED, as the store's are: it may not see what others "
              + "have written. Set its isolation to READ COMMITTED.");
    }
  }
}
