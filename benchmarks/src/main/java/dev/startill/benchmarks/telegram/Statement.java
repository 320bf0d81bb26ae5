package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** getStarTransactions: all charges there were, oldest first. Stateless. */
final class Statement {
  private static final int MOST = 100;
  private static final long STARTED =
      TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();

  private Statement() {}

  /** Writes the result that a page has. */
  static void write(List<Sale> paid, Call.GetTransactions page, Bytes result) {
    result.add("{\"transactions\":[");
    var end = Math.min(paid.size(), page.offset() + Math.clamp(page.limit(), 1, MOST));
    for (var i = page.offset(); i < end; i++) {
      var sale = paid.get(i);
      if (i > page.offset()) {
        result.add(",");
      }
      result.add("{\"id\":\"").add(sale.charge()).add("\",\"amount\":50,\"date\":");
      result.add(TimeUnit.NANOSECONDS.toSeconds(STARTED + sale.paid));
      result.add(",\"source\":{\"type\":\"user\",\"transaction_type\":\"invoice_payment\",");
      result.add("\"user\":").add(sale.buyer.user);
      result.add(",\"invoice_payload\":\"").add(sale.payload).add("\"}}");
    }
    result.add("]}");
  }
}
