package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Numbers and chains the postings that were booked before there was a chain, each bot's in the
 * order of their booking, and sums them up. For one thread.
 */
final class ChainOldPostings implements Migration.Rest {
  /** What is left to do where no posting was booked yet. */
  static final String OF_NONE = "DROP TABLE {posting_unchained};";

  private static final String OLD =
      """
      SELECT bot, source, from_account, to_account, nanostars, booked_at FROM {posting_unchained}
      ORDER BY bot, booked_at, source
      """;

  private static final String NEW =
      """
      /* chained */
      INSERT INTO {posting} (bot, seq, source, from_account, to_account, nanostars, booked_at, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SUMS =
      """
      INSERT INTO {balance} (bot, seq, account, nanostars)
      SELECT bot, (SELECT MAX(seq) FROM {posting} n WHERE n.bot = m.bot), account, SUM(nanostars)
      FROM (SELECT bot, to_account AS account, nanostars FROM {posting}
            UNION ALL
            SELECT bot, from_account, -nanostars FROM {posting}) m
      GROUP BY bot, account
      """;

  @Override
  public void take(Connection connection, TablePrefix prefix) throws SQLException {
    try (var read = connection.createStatement();
        var write = connection.prepareStatement(prefix.fill(NEW));
        var old = read.executeQuery(prefix.fill(OLD))) {
      var bot = new BotId(1);
      var number = 0L;
      var seal = HashChain.start();
      while (old.next()) {
        var whose = new BotId(old.getLong("bot"));
        if (!whose.equals(bot)) {
          bot = whose;
          number = 0;
          seal = HashChain.start();
        }
        number++;
        seal = HashChain.seal(seal, bot, number, posting(old), old.getLong("booked_at"));
        write(write, bot, number, old, seal);
      }
    }
    try (var rest = connection.createStatement()) {
      rest.executeUpdate(prefix.fill(OF_NONE));
      rest.executeUpdate(prefix.fill(SUMS));
    }
  }

  private static void write(
      PreparedStatement write, BotId bot, long number, ResultSet old, byte[] seal)
      throws SQLException {
    write.setLong(1, bot.value());
    write.setLong(2, number);
    write.setString(3, old.getString("source"));
    write.setString(4, old.getString("from_account"));
    write.setString(5, old.getString("to_account"));
    write.setLong(6, old.getLong("nanostars"));
    write.setLong(7, old.getLong("booked_at"));
    write.setBytes(8, seal);
    write.executeUpdate();
  }

  private static Posting posting(ResultSet row) throws SQLException {
    return new Posting(
        Account.valueOf(row.getString("from_account")),
        Account.valueOf(row.getString("to_account")),
        row.getLong("nanostars"),
        row.getString("source"));
  }
}
