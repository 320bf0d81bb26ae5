package dev.startill.server.pages;

import dev.startill.catalog.Owner;
import dev.startill.payment.Order;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Books.OrderStory;
import dev.startill.server.pages.OrderView.Event;
import dev.startill.server.pages.OrderView.Time;
import dev.startill.server.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * An order's story as a page shows it. Immutable.
 *
 * @param story from the books
 */
record OrderStoryView(OrderStory story) {
  OrderView view(Frame frame) {
    var order = story.line().order();
    var id = order.id().value();
    return new OrderView(
        frame,
        id,
        order.terms().title(),
        Wording.word(order.word().name()),
        Wording.tone(order),
        story.cases().stream().map(OrdersPages::caseRow).toList(),
        facts(order),
        times(order),
        story.history().stream().map(OrderStoryView::event).toList(),
        story.history().stream().anyMatch(line -> Wording.isRecovery(line.detail())),
        refund(order));
  }

  private static String refund(Order order) {
    return order instanceof Order.Paid paid && RefundPages.isReturnable(paid.charge())
        ? RefundPages.address(paid.charge().id())
        : "";
  }

  /** Who paid, else who may. */
  static String buyer(Order order) {
    return switch (order) {
      case Order.Paid paid -> paid.charge().buyer().toString();
      case Order.Approved approved -> approved.buyer().toString();
      case Order.Open open -> owner(open);
      case Order.Expired expired -> owner(expired);
    };
  }

  private static String owner(Order order) {
    return switch (order.terms().owner()) {
      case Owner.Only only -> only.buyer().toString();
      case Owner.Anyone anyone -> "anyone";
    };
  }

  private static List<Fact> facts(Order order) {
    var terms = order.terms();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Price", Wording.stars(terms.price())));
    facts.add(Fact.of("Buyer", buyer(order)));
    facts.add(Fact.of("Product", terms.product().value()));
    facts.add(Fact.of("Description", terms.description()));
    facts.add(Fact.of("Delivers", Wording.delivery(terms.delivery())));
    order.link().ifPresent(link -> facts.add(Fact.of("Link", link.value())));
    if (order instanceof Order.Paid paid) {
      facts.add(Fact.of("Goods", Wording.goods(paid.goods())));
      facts.add(Fact.of("Stars", Wording.standing(paid.charge().standing())));
      facts.add(Fact.code("Charge", paid.charge().id().value()));
    }
    return facts;
  }

  private List<Time> times(Order order) {
    var times = new ArrayList<Time>();
    times.add(new Time("Opened", Stamp.of(story.line().since())));
    switch (order) {
      case Order.Paid paid -> times.add(new Time("Paid", Stamp.of(paid.charge().at())));
      case Order.Approved approved -> times.add(new Time("Held until", Stamp.of(approved.until())));
      case Order.Open open ->
          times.add(new Time("Valid until", Stamp.of(open.terms().validUntil())));
      case Order.Expired expired ->
          times.add(new Time("Was valid until", Stamp.of(expired.terms().validUntil())));
    }
    return times;
  }

  static Event event(HistoryLine line) {
    return new Event(
        Wording.event(line.what()),
        Wording.word(line.state()),
        Wording.tone(line.state()),
        Stamp.of(line.at()),
        Wording.detail(line.detail()));
  }
}
