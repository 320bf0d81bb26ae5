package dev.startill.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Buyers in a closed loop against a sandbox and whatever bot listens to it: each types the command,
 * waits for the invoice, pays, waits for the goods, and begins again. The first sales warm all
 * programs up and are not counted.
 *
 * <p>{@code SaleLoad SANDBOX BOT COMMAND BUYERS WARM_UP SALES [SERVER_OR_-] [NAME=PID…]}; from
 * SERVER's {@code /health} it reads how units of work shared commits, and tells what each named
 * process used.
 */
public final class SaleLoad {
  private static final int NEEDED = 6;
  private static final int SERVER = 6;

  private final List<Buyer> buyers;
  private final String server;
  private final Programs programs;
  private final AtomicInteger failed = new AtomicInteger();

  private SaleLoad(List<Buyer> buyers, String server, Programs programs) {
    this.buyers = buyers;
    this.server = server;
    this.programs = programs;
  }

  /** Runs it and prints what it measured; exits with 1 if a sale failed. */
  public static void main(String[] args) throws Exception {
    if (args.length < NEEDED) {
      System.err.println(
          "usage: SaleLoad SANDBOX BOT COMMAND BUYERS WARM_UP SALES [SERVER|-] [NAME=PID…]");
      System.exit(2);
    }
    var sandbox = URI.create(args[0]);
    var events = new Events();
    events.follow(sandbox);
    var buyers = new ArrayList<Buyer>();
    for (var i = 0; i < Integer.parseInt(args[3]); i++) {
      buyers.add(new Buyer(sandbox, events, "Buyer " + i, args[1], args[2]));
    }
    var load =
        new SaleLoad(
            buyers,
            args.length > SERVER ? args[SERVER] : "-",
            new Programs(Stream.of(args).skip(SERVER + 1L)));
    load.sell(Integer.parseInt(args[4]), new Latencies(), new Latencies());
    load.measure(Integer.parseInt(args[5]));
    System.exit(load.failed.get() == 0 ? 0 : 1);
  }

  private void measure(int sales) throws IOException {
    var checkouts = new Latencies();
    var whole = new Latencies();
    programs.begin();
    var store = store();
    var begun = System.nanoTime();
    sell(sales, checkouts, whole);
    var seconds = (System.nanoTime() - begun) / 1e9;
    var done = whole.count();
    System.out.printf(
        "%d buyers: %d sales in %.1f s = %.0f sales/s; failed %d%n",
        buyers.size(), done, seconds, done / seconds, failed.get());
    System.out.printf("pre-checkout %s%nwhole sale   %s%n", checkouts, whole);
    programs.print("sale", done);
    print(store, store(), done);
  }

  private void sell(int sales, Latencies checkouts, Latencies whole) {
    var left = new AtomicInteger(sales);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      buyers.forEach(buyer -> threads.execute(() -> sell(buyer, left, checkouts, whole)));
    }
  }

  private void sell(Buyer buyer, AtomicInteger left, Latencies checkouts, Latencies whole) {
    while (left.getAndDecrement() > 0) {
      try {
        buyer.buy(checkouts, whole);
      } catch (IOException | RuntimeException e) {
        failed.incrementAndGet();
        System.err.println("A sale failed: " + e.getMessage());
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private record Store(long units, long commits) {}

  private Store store() throws IOException {
    if (server.equals("-")) {
      return new Store(0, 0);
    }
    try (var wire = new Wire(URI.create(server))) {
      var health = wire.get("/health");
      return new Store(Events.number(health, "\"units\":"), Events.number(health, "\"commits\":"));
    }
  }

  private static void print(Store before, Store after, int sales) {
    var units = (double) (after.units() - before.units());
    var commits = after.commits() - before.commits();
    if (commits > 0) {
      System.out.printf(
          "store        %.1f units and %.1f commits a sale; %.1f units a commit%n",
          units / sales, (double) commits / sales, units / commits);
    }
  }
}
