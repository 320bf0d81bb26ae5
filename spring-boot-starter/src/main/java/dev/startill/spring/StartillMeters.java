package dev.startill.spring;

import dev.startill.port.Books;
import dev.startill.port.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What a shop wants to see on a wall: what was sold since this process began, and what waits.
 * Threads share it.
 */
final class StartillMeters implements NoticeListener {
  private final Counter paid;
  private final Counter stars;
  private final Counter fulfilled;
  private final Counter refunded;
  private final Counter held;
  private final Counter cases;

  StartillMeters(MeterRegistry registry, Books books) {
    paid = counter(registry, "startill.orders.paid", "Orders that were paid");
    stars = counter(registry, "startill.stars.received", "Stars that were paid for orders");
    fulfilled = counter(registry, "startill.orders.fulfilled", "Orders whose buyer has the goods");
    refunded = counter(registry, "startill.charges.refunded", "Charges that went back");
    held = counter(registry, "startill.charges.held", "Charges that pay for no order");
    cases = counter(registry, "startill.cases.opened", "Cases that were opened");
    Gauge.builder("startill.messages.waiting", books, Books::waitingMessages)
        .description("Messages that wait to leave, parked ones included")
        .register(registry);
    Gauge.builder("startill.cases.open", books, all -> all.cases(StartillHealth.MOST_CASES).size())
        .description("Cases that a person should look at")
        .register(registry);
  }

  @Override
  public void accept(Notice notice) {
    switch (notice) {
      case Notice.Paid order -> {
        paid.increment();
        stars.increment((double) order.order().charge().amount().count());
      }
      case Notice.Fulfilled order -> fulfilled.increment();
      case Notice.Refunded charge -> refunded.increment();
      case Notice.Held stray -> held.increment();
      case Notice.CaseOpened opened -> cases.increment();
    }
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
