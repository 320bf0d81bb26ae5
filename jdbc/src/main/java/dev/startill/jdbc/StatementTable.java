package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Telegram's statement as far as it was read. A place has at most one line: one that is read at
 * another's place takes it, and the other, which Telegram has no more or has elsewhere, is kept
 * without. For one thread.
 */
final class StatementTable {
  private final Session session;
  private final BotId bot;

  StatementTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  /** As this writer knows it. */
  Cursor cursor() {
    return session
        .recent()
        .cursor()
        .orElseGet(
            () -> {
              var read = cursor(session.about(Gathered.NOTHING), bot);
              session.recent().keep(read);
              return read;
            });
  }

  static Cursor cursor(Session session, BotId bot) {
    return session
        .one(
            Sql.CURSOR,
            row -> {
              var lines = row.getLong("lines");
              var readTo = row.getLong("read_to");
              return new Cursor(
                  lines, row.wasNull() ? Optional.empty() : Optional.of(Rows.time(readTo)));
            },
            bot.value())
        .orElse(Cursor.START);
  }

  void keep(long from, List<StatementLine> lines, Cursor next, Instant now) {
    if (!lines.isEmpty()) {
      session.change(Sql.FREE_PLACES, bot.value(), from, from + lines.size());
    }
    var place = from;
    for (var line : lines) {
      keep(line, place, now);
      place++;
    }
    session.change(
        Sql.MOVE_CURSOR, bot.value(), next.lines(), next.readTo().map(Rows::micros).orElse(null));
    session.recent().keep(new Cursor(next.lines(), next.readTo().map(Rows::asKept)));
  }

  Optional<StatementLine> at(long place) {
    return session.one(Sql.LINE_AT, StatementTable::line, bot.value(), place);
  }

  List<Long> pendingWithdrawals(int limit) {
    return session.all(
        Sql.PENDING_WITHDRAWALS, row -> row.getLong(1), bot.value(), bot.value(), limit);
  }

  /** Of {@code statement_line}. */
  static StatementLine line(ResultSet row) throws SQLException {
    var party = row.getLong("party");
    return new StatementLine(
        row.getString("id"),
        Way.valueOf(row.getString("way")),
        Rows.time(row.getLong("at")),
        row.getLong("nanostars"),
        Purpose.valueOf(row.getString("purpose")),
        party == 0 ? Optional.empty() : Optional.of(new BuyerId(party)),
        Optional.ofNullable(row.getString("payload")),
        row.getLong("commission"),
        Withdrawal.valueOf(row.getString("withdrawal")),
        row.getString("note"));
  }

  private void keep(StatementLine line, long place, Instant now) {
    session.change(
        Sql.KEEP_LINE,
        bot.value(),
        line.id(),
        line.way().name(),
        place,
        Rows.micros(line.at()),
        line.nanostars(),
        line.purpose().name(),
        line.party().map(BuyerId::value).orElse(null),
        line.payload().orElse(null),
        line.commission(),
        line.withdrawal().name(),
        line.note(),
        Rows.micros(now));
    if (line.way() == Way.CAME) {
      session.change(Sql.STATE_CHARGE, bot.value(), line.id());
    }
  }
}
