package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.CaseId;
import dev.startill.port.Cursor;
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
                    Sql.ORDERS_BEFORE, BookLines::order, bot.value(), before.get().value(), limit)
                : session.all(Sql.ORDERS, BookLines::order, bot.value(), limit));
  }

  @Override
  public List<OrderLine> ordersOf(BuyerId buyer, int limit) {
    return readers.ask(
        session ->
            session.all(Sql.ORDERS_OF_BUYER, BookLines::order, bot.value(), buyer.value(), limit));
  }

  @Override
  public List<Order.Paid> keptOrdersOf(BuyerId buyer) {
    return readers.ask(
        session ->
            session.all(
                Sql.KEPT_ORDERS_OF_BUYER,
                row -> (Order.Paid) Rows.order(row),
                bot.value(),
                buyer.value()));
  }

  @Override
  public Optional<OrderStory> story(OrderId order) {
    return readers.ask(
        session ->
            session
                .one(Sql.LOCK_ORDER, BookLines::order, bot.value(), order.value())
                .map(
                    line ->
                        new OrderStory(
                            line, history(session, order.value()), cases(session, order))));
  }

  @Override
  public List<StrayLine> strays(int limit) {
    return readers.ask(session -> session.all(Sql.STRAYS, BookLines::stray, bot.value(), limit));
  }

  @Override
  public List<CaseLine> cases(int limit) {
    return readers.ask(session -> session.all(Sql.CASES, BookLines::caseLine, bot.value(), limit));
  }

  @Override
  public Optional<CaseLine> caseOf(CaseId id) {
    return readers.ask(
        session -> session.one(Sql.CASE_OF, BookLines::caseLine, bot.value(), id.value()));
  }

  @Override
  public Optional<Home> charge(ChargeId id) {
    return readers.ask(
        session ->
            session
                .one(
                    Sql.LOCK_CHARGE,
                    row -> BookLines.home(session, row, bot.value()),
                    bot.value(),
                    id.value())
                .flatMap(home -> home));
  }

  @Override
  public List<HistoryLine> historyOf(ChargeId stray) {
    return readers.ask(session -> history(session, stray.value()));
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return readers.ask(
        session -> session.all(Sql.DEAD_LETTERS, BookLines::deadLetter, bot.value(), limit));
  }

  @Override
  public Cursor cursor() {
    return readers.ask(session -> StatementTable.cursor(session, bot));
  }

  @Override
  public Map<Account, Long> balances() {
    return readers.ask(session -> PostingTable.balances(session, bot));
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
    return readers.ask(session -> session.all(Sql.STOCK, BookLines::stock, bot.value()));
  }

  private List<HistoryLine> history(Session session, String subject) {
    return session.all(Sql.HISTORY, BookLines::history, bot.value(), subject);
  }

  private List<CaseLine> cases(Session session, OrderId order) {
    return session.all(Sql.CASES_OF_ORDER, BookLines::caseLine, bot.value(), order.value());
  }
}
