package dev.startill.server.pages;

import dev.startill.ledger.Account;
import dev.startill.party.BuyerId;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.server.pages.OrdersView.Blank;
import dev.startill.server.pages.OrdersView.CaseRow;
import dev.startill.server.pages.OrdersView.OrderRow;
import dev.startill.server.pages.OrdersView.Overview;
import dev.startill.server.pages.OrdersView.Paging;
import dev.startill.server.pages.OrdersView.StockRow;
import dev.startill.server.pages.OrdersView.StrayRow;
import dev.startill.server.pages.OrdersView.Total;
import dev.startill.server.words.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the pages of orders. Threads share it. */
final class OrdersPages {
  /** What fits a page; further ones are a link away. */
  private static final int ORDERS = 50;

  /** They have a page of their own; here the oldest remind of it. */
  private static final int CASES = 3;

  private static final int STRAYS = 20;

  private static final Blank NO_ORDERS =
      new Blank(
          "No orders yet.",
          "Write to the bot, for instance /start, and ask for an invoice: it will show here.");
  private static final Blank NO_OLDER =
      new Blank("There are no older orders.", "This is where it all began.");
  private static final Blank NOT_FOUND =
      new Blank(
          "Nothing was found.",
          "Look for an order's id, a charge's, or a buyer's number in Telegram.");

  private final Books books;

  OrdersPages(Books books) {
    this.books = books;
  }

  /** The newest, below what an operator wants to see at a glance. */
  OrdersView newest(Frame frame, Instant now) {
    var lines = books.orders(ORDERS + 1, Optional.empty());
    return new OrdersView(
        frame,
        "",
        Optional.of(overview(now)),
        rows(lines),
        NO_ORDERS,
        new Paging("", older(lines)));
  }

  /** Those before one. */
  OrdersView older(OrderId before, Frame frame) {
    var lines = books.orders(ORDERS + 1, Optional.of(before));
    return new OrdersView(
        frame, "", Optional.empty(), rows(lines), NO_OLDER, new Paging("/", older(lines)));
  }

  /** Those of a buyer whose number was looked for. */
  OrdersView found(String sought, Frame frame) {
    var lines = buyer(sought).map(id -> books.ordersOf(id, ORDERS)).orElse(List.of());
    return new OrdersView(
        frame, sought, Optional.empty(), rows(lines), NOT_FOUND, new Paging("/", ""));
  }

  private static Optional<BuyerId> buyer(String sought) {
    return sought.matches("[1-9][0-9]{0,15}")
        ? Ids.read(sought, text -> new BuyerId(Long.parseLong(text)))
        : Optional.empty();
  }

  private static List<OrderRow> rows(List<OrderLine> lines) {
    return lines.stream().limit(ORDERS).map(OrdersPages::row).toList();
  }

  private static String older(List<OrderLine> lines) {
    return lines.size() > ORDERS ? "/?before=" + lines.get(ORDERS - 1).order().id() : "";
  }

  private Overview overview(Instant now) {
    var open = books.cases(Pages.COUNTED + 1);
    return new Overview(
        Agreement.of(books, now),
        totals(open.size()),
        open.stream().limit(CASES).map(OrdersPages::caseRow).toList(),
        open.size() > CASES ? "All " + Pages.counted(open.size()) + " cases" : "",
        books.strays(STRAYS).stream().map(OrdersPages::stray).toList(),
        books.stock().stream().map(OrdersPages::stock).toList());
  }

  static CaseRow caseRow(CaseLine line) {
    return new CaseRow(
        line.id().value(),
        Wording.reason(line.reason()),
        line.order().map(OrderId::value).orElse(""),
        line.charge().map(charge -> charge.value()).orElse(""),
        line.buyer().map(Object::toString).orElse(""),
        Stamp.of(line.since()),
        Wording.caseDetail(line.detail()));
  }

  /** Of cases only as many are counted as a page shows. */
  private List<Total> totals(int cases) {
    var balances = books.balances();
    var waiting = books.waitingMessages();
    var held = balances.getOrDefault(Account.SUSPENSE, 0L);
    var sold = Wording.nanostars(balances.getOrDefault(Account.SALES, 0L));
    return List.of(
        new Total("Sold", sold, "paid for orders and kept", ""),
        new Total(
            "Without an order",
            Wording.nanostars(held),
            "stray charges, yours to decide",
            held > 0 ? "bad" : ""),
        new Total(
            "Open cases",
            Pages.counted(cases),
            cases == 0 ? "nothing waits for you" : "somebody must look",
            cases > 0 ? "bad" : ""),
        new Total(
            "Outbox",
            Wording.count(waiting),
            waiting == 1 ? "message still to be sent" : "messages still to be sent",
            ""));
  }

  private static OrderRow row(OrderLine line) {
    var order = line.order();
    return new OrderRow(
        order.id().value(),
        order.terms().title(),
        Wording.stars(order.terms().price()),
        OrderStoryView.buyer(order),
        Wording.word(order.word().name()),
        Wording.tone(order),
        Stamp.of(line.changed()));
  }

  private static StrayRow stray(StrayLine line) {
    var charge = line.stray().charge();
    return new StrayRow(
        Wording.stars(charge.amount()),
        Wording.why(line.stray().why()),
        Wording.standing(charge.standing()),
        Wording.tone(charge.standing().getClass().getSimpleName().toUpperCase(Locale.ROOT)),
        charge.buyer().toString(),
        line.stray().payload().text(),
        charge.id().value(),
        RefundPages.address(charge.id()),
        RefundPages.isReturnable(charge),
        Stamp.of(line.since()));
  }

  private static StockRow stock(StockLine line) {
    var words =
        "%s held, %s sold".formatted(Wording.count(line.held()), Wording.count(line.sold()));
    if (line.revoked() > 0) {
      words += ", %s taken back".formatted(Wording.count(line.revoked()));
    }
    return line.free() == 0
        ? new StockRow(line.product(), "sold out, " + words, "bad")
        : new StockRow(line.product(), Wording.count(line.free()) + " free, " + words, "");
  }
}
