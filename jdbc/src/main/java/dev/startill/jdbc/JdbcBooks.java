package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the questions of pages and tools, beside the writer. Threads share it. */
final class JdbcBooks implements Books {
  private final Readers readers;
  private final BotId bot;

  JdbcBooks(Readers readers, BotId bot) {
    this.readers = readers;
    this.bot = bot;
  }

  @Override
  public List<OrderLine> orders(int limit, Optional<OrderId> before) {
    return readers.ask(
        session ->
            before.isPresent()
                ? session.all(
                    Sql.ORDERS_BEFORE,
                    JdbcBooks::orderLine,
                    bot.value(),
                    before.get().value(),
                    limit)
                : session.all(Sql.ORDERS, JdbcBooks::orderLine, bot.value(), limit));
  }

  @Override
  public Optional<OrderStory> story(OrderId order) {
    return readers.ask(
        session ->
            session
                .one(Sql.LOCK_ORDER, JdbcBooks::orderLine, bot.value(), order.value())
                .map(line -> new OrderStory(line, history(session, order), cases(session, order))));
  }

  @Override
  public List<StrayLine> strays(int limit) {
    return readers.ask(
        session ->
            session.all(
                Sql.STRAYS,
                row -> new StrayLine(Rows.stray(row), Rows.time(row.getLong("booked_at"))),
                bot.value(),
                limit));
  }

  @Override
  public List<CaseLine> cases(int limit) {
    return readers.ask(session -> session.all(Sql.CASES, JdbcBooks::caseLine, bot.value(), limit));
  }

  @Override
  public Map<Account, Long> balances() {
    var balances = new EnumMap<Account, Long>(Account.class);
    for (var account : Account.values()) {
      balances.put(account, 0L);
    }
    var rows =
        readers.ask(
            session ->
                session.all(
                    Sql.BALANCES,
                    row -> Map.entry(Account.valueOf(row.getString(1)), row.getLong(2)),
                    bot.value(),
                    bot.value()));
    rows.forEach(row -> balances.put(row.getKey(), row.getValue()));
    return balances;
  }

  @Override
  public long waitingMessages() {
    return readers.ask(
        session ->
            session
                .one(Sql.WAITING_MESSAGES, row -> row.getLong(1), bot.value(), bot.value())
                .orElseThrow());
  }

  @Override
  public List<StockLine> stock() {
    return readers.ask(
        session ->
            session.all(
                Sql.STOCK,
                row ->
                    new StockLine(
                        row.getString("product"),
                        row.getLong("free"),
                        row.getLong("held"),
                        row.getLong("sold")),
                bot.value()));
  }

  private List<HistoryLine> history(Session session, OrderId order) {
    return session.all(
        Sql.HISTORY,
        row ->
            new HistoryLine(
                Rows.time(row.getLong("at")),
                row.getString("what"),
                row.getString("state"),
                row.getString("detail")),
        bot.value(),
        order.value());
  }

  private List<CaseLine> cases(Session session, OrderId order) {
    return session.all(Sql.CASES_OF_ORDER, JdbcBooks::caseLine, bot.value(), order.value());
  }

  private static OrderLine orderLine(ResultSet row) throws SQLException {
    return new OrderLine(
        Rows.order(row), Rows.time(row.getLong("opened_at")), Rows.time(row.getLong("changed_at")));
  }

  private static CaseLine caseLine(ResultSet row) throws SQLException {
    var buyer = row.getLong("buyer");
    return new CaseLine(
        row.getString("id"),
        CaseReason.valueOf(row.getString("reason")),
        Optional.ofNullable(row.getString("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("charge")).map(ChargeId::new),
        buyer == 0 ? Optional.empty() : Optional.of(new BuyerId(buyer)),
        Rows.time(row.getLong("opened_at")),
        row.getString("detail"));
  }
}
