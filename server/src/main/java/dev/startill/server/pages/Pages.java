package dev.startill.server.pages;

import dev.startill.ledger.Account;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StockLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.CaseId;
import dev.startill.server.money.Days;
import dev.startill.server.money.MoneyTable.By;
import dev.startill.server.pages.Frame.MenuEntry;
import dev.startill.server.pages.OrdersView.CaseRow;
import dev.startill.server.pages.OrdersView.OrderRow;
import dev.startill.server.pages.OrdersView.StockRow;
import dev.startill.server.pages.OrdersView.StrayRow;
import dev.startill.server.pages.OrdersView.Total;
import dev.startill.server.pages.templates.JtecaseGenerated;
import dev.startill.server.pages.templates.JtecasesGenerated;
import dev.startill.server.pages.templates.JtemoneyGenerated;
import dev.startill.server.pages.templates.JtenoticeGenerated;
import dev.startill.server.pages.templates.JteorderGenerated;
import dev.startill.server.pages.templates.JteordersGenerated;
import dev.startill.server.pages.templates.JteoutboxGenerated;
import dev.startill.server.pages.templates.JterefundGenerated;
import dev.startill.server.words.Wording;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes pages out of the books. Threads share it. */
public final class Pages {
  /** What fits a page; further ones are a link away. */
  private static final int ORDERS = 50;

  /** They have a page of their own; here the oldest remind of it. */
  private static final int CASES = 3;

  private static final int STRAYS = 20;

  /** As far as the menu counts. */
  private static final int COUNTED = 99;

  /** Five seconds: a sale shows while one still looks. */
  private static final String SOON = "5;url=";

  private final Books books;
  private final Supplier<String> bot;
  private final InstantSource clock;
  private final CasePages cases;
  private final RefundPages refunds;
  private final OutboxPages outbox;
  private final MoneyPages money;

  /** Pages of these books; the bot's name may become known later. */
  public Pages(Books books, Supplier<String> bot, InstantSource clock, MoneyPages money) {
    this.books = books;
    this.bot = bot;
    this.clock = clock;
    this.cases = new CasePages(books);
    this.refunds = new RefundPages(books);
    this.outbox = new OutboxPages(books);
    this.money = money;
  }

  /** All orders, or those older than one. */
  public String orders(Optional<OrderId> before) {
    var lines = books.orders(ORDERS + 1, before);
    var shown = lines.subList(0, Math.min(ORDERS, lines.size()));
    var isFirst = before.isEmpty();
    var open = isFirst ? books.cases(COUNTED + 1) : List.<CaseLine>of();
    var view =
        new OrdersView(
            frame("Orders", "/", isFirst ? SOON + "/" : "", ""),
            isFirst ? Agreement.of(books, clock.instant()) : Notice.NONE,
            "",
            isFirst ? totals(open.size()) : List.of(),
            open.stream().limit(CASES).map(Pages::caseRow).toList(),
            open.size() > CASES ? "All " + counted(open.size()) + " cases" : "",
            isFirst ? books.strays(STRAYS).stream().map(Pages::stray).toList() : List.of(),
            isFirst ? books.stock().stream().map(Pages::stock).toList() : List.of(),
            shown.stream().map(Pages::row).toList(),
            isFirst ? "No orders yet." : "There are no older orders.",
            isFirst
                ? "Write to the bot, for instance /start, and ask for an invoice: it will show here."
                : "This is where it all began.",
            isFirst ? "" : "/",
            lines.size() > ORDERS ? "/?before=" + shown.get(ORDERS - 1).order().id() : "");
    return rendered(out -> JteordersGenerated.render(out, null, view));
  }

  /** Orders that fit what was looked for: an order, a charge or a buyer. */
  public String found(String sought) {
    var lines = buyer(sought).map(id -> books.ordersOf(id, ORDERS)).orElse(List.of());
    var view =
        new OrdersView(
            frame("Orders", "/", "", ""),
            Notice.NONE,
            sought,
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            lines.stream().map(Pages::row).toList(),
            "Nothing was found.",
            "Look for an order's id, a charge's, or a buyer's number in Telegram.",
            "/",
            "");
    return rendered(out -> JteordersGenerated.render(out, null, view));
  }

  /** The one page that what was looked for leads to: that of an order or of a charge. */
  public Optional<String> placeOf(String sought) {
    return made(sought, OrderId::new)
        .flatMap(books::story)
        .map(story -> "/orders/" + story.line().order().id())
        .or(
            () ->
                made(sought, ChargeId::new)
                    .filter(charge -> books.charge(charge).isPresent())
                    .map(charge -> placeOf(charge, books))
                    .map(place -> place.substring(0, place.length() - 1)));
  }

  private static Optional<BuyerId> buyer(String sought) {
    return sought.matches("[1-9][0-9]{0,15}")
        ? made(sought, text -> new BuyerId(Long.parseLong(text)))
        : Optional.empty();
  }

  private static <T> Optional<T> made(String text, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One order with its history, if there is such a one. */
  public Optional<String> order(OrderId id, String said) {
    return books
        .story(id)
        .map(
            story -> {
              var title = story.line().order().terms().title();
              var frame = frame(title, "/", SOON + "/orders/" + id, said);
              return new OrderStoryView(story).view(frame);
            })
        .map(view -> rendered(out -> JteorderGenerated.render(out, null, view)));
  }

  /** Whether a charge shall go back, or what became of it, if it is one of ours. */
  public Optional<String> refund(ChargeId charge, String said) {
    return refunds
        .view(charge, frame("Refund", "/", "", said))
        .map(view -> rendered(out -> JterefundGenerated.render(out, null, view)));
  }

  /** Where a charge is shown, up to what is said there: its order's page, else its own. */
  public static String placeOf(ChargeId charge, Books books) {
    return books
        .charge(charge)
        .filter(Order.class::isInstance)
        .map(order -> "/orders/" + ((Order) order).id() + "?")
        .orElseGet(() -> RefundPages.address(charge) + "&");
  }

  /** All open cases. */
  public String cases(String said) {
    var view = cases.list(frame("Cases", "/cases", "", said), clock.instant());
    return rendered(out -> JtecasesGenerated.render(out, null, view));
  }

  /** One case, if there is such a one. */
  public Optional<String> caseOf(CaseId id, String said) {
    return cases
        .find(id)
        .map(line -> CasePages.view(line, frame("Case", "/cases", "", said), clock.instant()))
        .map(view -> rendered(out -> JtecaseGenerated.render(out, null, view)));
  }

  /** Messages that were given up. */
  public String outbox(String said) {
    var view = outbox.view(frame("Outbox", "/outbox", "", said));
    return rendered(out -> JteoutboxGenerated.render(out, null, view));
  }

  /** What was earned in some days, those that were asked for as far as they are days. */
  public String money(Optional<LocalDate> from, Optional<LocalDate> to, boolean byProduct) {
    var now = clock.instant();
    var asked =
        new MoneyPages.Asked(Days.nearest(from, to, now), byProduct ? By.PRODUCT : By.DAY, now);
    var frame = frame("Money", "/money", "", "");
    var view = money.view(frame, Agreement.of(books, now), asked);
    return rendered(out -> JtemoneyGenerated.render(out, null, view));
  }

  /** Writes every movement of some days as CSV. */
  public void export(Optional<LocalDate> from, Optional<LocalDate> to, Writer writer)
      throws IOException {
    var now = clock.instant();
    money.export(Days.nearest(from, to, now), now, writer);
  }

  /** A page that says one thing. */
  public String notice(String title, String text, String code) {
    var frame = Frame.alone(title);
    return rendered(out -> JtenoticeGenerated.render(out, null, frame, text, code));
  }

  private Frame frame(String title, String here, String refresh, String said) {
    var menu =
        List.of(
            entry("Orders", "/", here, 0),
            entry("Cases", "/cases", here, books.cases(COUNTED + 1).size()),
            entry("Outbox", "/outbox", here, books.deadLetters(COUNTED + 1).size()),
            entry("Money", "/money", here, 0));
    return new Frame(title, bot.get(), refresh, menu, Notice.of(said));
  }

  private static MenuEntry entry(String name, String href, String here, int count) {
    return new MenuEntry(name, href, href.equals(here), count == 0 ? "" : counted(count));
  }

  private static String counted(int found) {
    return found > COUNTED ? COUNTED + "+" : Integer.toString(found);
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
            counted(cases),
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

  private static String rendered(Consumer<HtmlTemplateOutput> template) {
    var text = new StringOutput(16_384);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
