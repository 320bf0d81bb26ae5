package dev.startill.jdbc;

import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.DeadLetter;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Makes of rows the lines that pages and tools show. */
final class BookLines {
  private BookLines() {}

  static OrderLine order(ResultSet row) throws SQLException {
    return new OrderLine(
        Rows.order(row), Rows.time(row.getLong("opened_at")), Rows.time(row.getLong("changed_at")));
  }

  static StrayLine stray(ResultSet row) throws SQLException {
    return new StrayLine(Rows.stray(row), Rows.time(row.getLong("booked_at")));
  }

  static HistoryLine history(ResultSet row) throws SQLException {
    return new HistoryLine(
        Rows.time(row.getLong("at")),
        row.getString("what"),
        row.getString("state"),
        row.getString("detail"));
  }

  static CaseLine caseLine(ResultSet row) throws SQLException {
    var buyer = row.getLong("buyer");
    var closed = row.getLong("closed_at");
    var isClosed = !row.wasNull();
    return new CaseLine(
        new CaseId(row.getString("id")),
        CaseReason.valueOf(row.getString("reason")),
        Optional.ofNullable(row.getString("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("charge")).map(ChargeId::new),
        buyer == 0 ? Optional.empty() : Optional.of(new BuyerId(buyer)),
        Rows.time(row.getLong("opened_at")),
        row.getString("detail"),
        isClosed ? Optional.of(Rows.time(closed)) : Optional.empty(),
        row.getString("how"));
  }

  static DeadLetter deadLetter(ResultSet row) throws SQLException {
    return new DeadLetter(
        new MessageId(row.getString("id")),
        OutboxTable.message(row),
        row.getInt("attempt"),
        row.getString("because"),
        Rows.time(row.getLong("written_at")),
        Rows.time(row.getLong("changed_at")));
  }

  static StockLine stock(ResultSet row) throws SQLException {
    return new StockLine(
        row.getString("product"),
        row.getLong("free"),
        row.getLong("held"),
        row.getLong("sold"),
        row.getLong("revoked"));
  }

  /** The home of a charge: its order, read by its own statement, or itself where it is stray. */
  static Optional<Home> home(Session session, ResultSet charge, long bot) throws SQLException {
    var order = charge.getString("order_id");
    return order == null
        ? Optional.of(Rows.stray(charge))
        : session.one(Sql.LOCK_ORDER, Rows::order, bot, order).map(Home.class::cast);
  }
}
