package dev.startill.server.pages;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.CaseId;
import dev.startill.server.money.Days;
import dev.startill.server.money.MoneyTable.By;
import dev.startill.server.pages.Frame.MenuEntry;
import dev.startill.server.pages.templates.JtecaseGenerated;
import dev.startill.server.pages.templates.JtecasesGenerated;
import dev.startill.server.pages.templates.JtemoneyGenerated;
import dev.startill.server.pages.templates.JtenoticeGenerated;
import dev.startill.server.pages.templates.JteorderGenerated;
import dev.startill.server.pages.templates.JteordersGenerated;
import dev.startill.server.pages.templates.JteoutboxGenerated;
import dev.startill.server.pages.templates.JterefundGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes pages out of the books. Threads share it. */
public final class Pages {
  /** As far as the menu counts. */
  static final int COUNTED = 99;

  /** Five seconds: a sale shows while one still looks. */
  private static final String SOON = "5;url=";

  private final Books books;
  private final Supplier<String> bot;
  private final InstantSource clock;
  private final OrdersPages orders;
  private final CasePages cases;
  private final RefundPages refunds;
  private final OutboxPages outbox;
  private final MoneyPages money;

  /** Pages of these books; the bot's name may become known later. */
  public Pages(Books books, Supplier<String> bot, InstantSource clock, MoneyPages money) {
    this.books = books;
    this.bot = bot;
    this.clock = clock;
    this.orders = new OrdersPages(books);
    this.cases = new CasePages(books);
    this.refunds = new RefundPages(books);
    this.outbox = new OutboxPages(books);
    this.money = money;
  }

  /** All orders, or those older than one. */
  public String orders(Optional<OrderId> before) {
    return orders(
        before
            .map(id -> orders.older(id, frame("Orders", "/", "", "")))
            .orElseGet(() -> orders.newest(frame("Orders", "/", SOON + "/", ""), clock.instant())));
  }

  /** Orders of a buyer whose number was looked for; none, if it was anything else. */
  public String found(String sought) {
    return orders(orders.found(sought, frame("Orders", "/", "", "")));
  }

  private static String orders(OrdersView view) {
    return rendered(out -> JteordersGenerated.render(out, null, view));
  }

  /** The one page that what was looked for leads to: that of an order or of a charge. */
  public Optional<String> placeOf(String sought) {
    return Ids.read(sought, OrderId::new)
        .flatMap(books::story)
        .map(story -> "/orders/" + story.line().order().id())
        .or(
            () ->
                Ids.read(sought, ChargeId::new)
                    .filter(charge -> books.charge(charge).isPresent())
                    .map(charge -> placeOf(charge, books)));
  }

  /** Where a charge is shown: its order's page, else its own. */
  public static String placeOf(ChargeId charge, Books books) {
    return books
        .charge(charge)
        .filter(Order.class::isInstance)
        .map(order -> "/orders/" + ((Order) order).id())
        .orElseGet(() -> RefundPages.address(charge));
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

  static String counted(int found) {
    return found > COUNTED ? COUNTED + "+" : Integer.toString(found);
  }

  private static String rendered(Consumer<HtmlTemplateOutput> template) {
    var text = new StringOutput(16_384);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
