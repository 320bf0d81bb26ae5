package dev.startill.server.pages;

import dev.startill.ledger.Account;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.server.pages.OrdersView.CaseRow;
import dev.startill.server.pages.OrdersView.OrderRow;
import dev.startill.server.pages.OrdersView.StockRow;
import dev.startill.server.pages.OrdersView.StrayRow;
import dev.startill.server.pages.OrdersView.Total;
import dev.startill.server.pages.templates.JtenoticeGenerated;
import dev.startill.server.pages.templates.JteorderGenerated;
import dev.startill.server.pages.templates.JteordersGenerated;
import dev.startill.server.words.Wording;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes pages out of the books. Threads share it. */
public final class Pages {
  /** What fits a page; further ones are a link away. */
  private static final int ORDERS = 50;

  /** More than these on one page help nobody; the total on top is of all of them. */
  private static final int CASES = 50;

  private static final int STRAYS = 20;

  /** Five seconds: a sale shows while one still looks. */
  private static final String SOON = "5;url=";

  private final Books books;
  private final Supplier<String> bot;

  /** Pages of these books; the bot's name may become known later. */
  public Pages(Books books, Supplier<String> bot) {
    this.books = books;
    this.bot = bot;
  }

  /** All orders, or those older than one. */
  public String orders(Optional<OrderId> before) {
    var lines = books.orders(ORDERS + 1, before);
    var shown = lines.subList(0, Math.min(ORDERS, lines.size()));
    var cases = before.isPresent() ? List.<CaseLine>of() : books.cases(CASES + 1);
    var frame = new Frame("Orders", bot.get(), before.isPresent() ? "" : SOON + "/");
    var view =
        new OrdersView(
            frame,
            before.isPresent() ? List.of() : totals(cases.size()),
            cases.stream().limit(CASES).map(Pages::caseRow).toList(),
            before.isPresent()
                ? List.of()
                : books.strays(STRAYS).stream().map(Pages::stray).toList(),
            before.isPresent() ? List.of() : books.stock().stream().map(Pages::stock).toList(),
            shown.stream().map(Pages::row).toList(),
            before.isPresent() ? "There are no older orders." : "No orders yet.",
            before.isPresent()
                ? "This is where it all began."
                : "Write to the bot, for instance /start, and ask for an invoice: it will show here.",
            before.isPresent() ? "/" : "",
            lines.size() > ORDERS ? "/?before=" + shown.get(ORDERS - 1).order().id() : "");
    return rendered(out -> JteordersGenerated.render(out, null, view));
  }

  /** One order with its history, if there is such a one. */
  public Optional<String> order(OrderId id) {
    return books
        .story(id)
        .map(story -> new OrderStoryView(story, bot.get()).view())
        .map(view -> rendered(out -> JteorderGenerated.render(out, null, view)));
  }

  /** A page that says one thing. */
  public String notice(String title, String text, String code) {
    var frame = new Frame(title, "", "");
    return rendered(out -> JtenoticeGenerated.render(out, null, frame, text, code));
  }

  static CaseRow caseRow(CaseLine line) {
    return new CaseRow(
        Wording.reason(line.reason()),
        line.order().map(OrderId::value).orElse(""),
        line.charge().map(charge -> charge.value()).orElse(""),
        line.buyer().map(Object::toString).orElse(""),
        Stamp.of(line.since()),
        line.detail());
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
            "Held",
            Wording.nanostars(held),
            "stray charges, yours to decide",
            held > 0 ? "bad" : ""),
        new Total(
            "Open cases",
            cases > CASES ? CASES + "+" : Integer.toString(cases),
            cases == 0 ? "nothing waits for you" : "somebody must look",
            cases > 0 ? "bad" : ""),
        new Total("Outbox", Wording.count(waiting), "messages still to be sent", ""));
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
        Stamp.of(line.since()));
  }

  private static StockRow stock(StockLine line) {
    var words =
        "%s free, %s held, %s sold"
            .formatted(
                Wording.count(line.free()), Wording.count(line.held()), Wording.count(line.sold()));
    return line.free() == 0
        ? new StockRow(line.product(), "is sold out (" + words + ")", "bad")
        : new StockRow(line.product(), words, "");
  }

  private static String rendered(Consumer<HtmlTemplateOutput> template) {
    var text = new StringOutput(16_384);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
