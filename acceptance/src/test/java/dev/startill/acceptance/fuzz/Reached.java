package dev.startill.acceptance.fuzz;

import dev.startill.payment.Order;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what was reached: a fuzzer that is turned away at the door finds nothing. Shared. */
final class Reached {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void count(String what) {
    count(what, 1);
  }

  /** What a shop has at the end of its history. */
  void count(FuzzedShop shop) {
    for (var line : shop.books.orders(10_000, Optional.empty())) {
      count("order " + line.order().word());
      if (line.order() instanceof Order.Paid paid) {
        count("charge of an order " + paid.charge().standing().getClass().getSimpleName());
      }
    }
    for (var line : shop.books.strays(10_000)) {
      var stray = line.stray();
      count("charge " + stray.why() + " " + stray.charge().standing().getClass().getSimpleName());
    }
    shop.books.cases(10_000).forEach(line -> count("case " + line.reason()));
  }

  long of(String what) {
    return Optional.ofNullable(counts.get(what)).map(LongAdder::sum).orElse(0L);
  }

  /** A line for each. */
  String table() {
    var table = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((what, count) -> table.append("%,12d  %s%n".formatted(count.sum(), what)));
    return table.toString();
  }

  private void count(String what, long times) {
    counts.computeIfAbsent(what, w -> new LongAdder()).add(times);
  }
}
