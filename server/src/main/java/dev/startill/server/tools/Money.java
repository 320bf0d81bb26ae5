package dev.startill.server.tools;

import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Standing;
import dev.startill.port.Books;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Books.OrderStory;
import java.util.List;
import java.util.Optional;

/** Where the Stars of a charge are, as the books have it now. Immutable. */
record Money(Charge charge, Optional<OrderId> order) {
  static Optional<Money> of(ChargeId id, Books books) {
    return books.charge(id).flatMap(Money::in);
  }

  Standing standing() {
    return charge.standing();
  }

  /** Whether nothing is expected to happen to it by itself within seconds. */
  boolean isSettled() {
    return !(standing() instanceof Standing.Returning);
  }

  /** What the latest event of this name said, in its own words. */
  Optional<String> latest(String event, Books books) {
    return history(books).reversed().stream()
        .filter(line -> line.what().equals(event))
        .map(HistoryLine::detail)
        .findFirst();
  }

  private List<HistoryLine> history(Books books) {
    return order.isPresent()
        ? books.story(order.get()).map(OrderStory::history).orElse(List.of())
        : books.historyOf(charge.id());
  }

  private static Optional<Money> in(Home home) {
    var order = home instanceof Order paid ? Optional.of(paid.id()) : Optional.<OrderId>empty();
    return Home.chargeOf(home).map(charge -> new Money(charge, order));
  }
}
