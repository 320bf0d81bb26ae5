package dev.startill.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What a bot has sold before anybody reads its statement: many buyers pay one link, and whoever
 * asks is told yes. {@code PastSales SANDBOX TOKEN PAYLOAD SALES}; a payload that is ours needs its
 * link in the books.
 */
public final class PastSales {
  private static final int BUYERS = 64;
  private static final int APPROVERS = 4;
  private static final Pattern CHECKOUT =
      Pattern.compile("\"pre_checkout_query\":\\{\"id\":\"(\\d+)\"");
  private static final Pattern UPDATE = Pattern.compile("\"update_id\":(\\d+)");
  private static final Pattern LINK = Pattern.compile("https://t\\.me/[^\"]+");

  private final URI sandbox;
  private final String bot;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private PastSales(URI sandbox, String token) {
    this.sandbox = sandbox;
    this.bot = "/bot" + token + "/";
  }

  /** Sells, and says how long it took. */
  public static void main(String[] args) throws Exception {
    var past = new PastSales(URI.create(args[0]), args[1]);
    var begun = System.nanoTime();
    past.sell(args[2], Integer.parseInt(args[3]));
    System.out.printf("%s sales in %.0f s%n", args[3], (System.nanoTime() - begun) / 1e9);
  }

  private void sell(String payload, int sales) throws Exception {
    var link = link(payload);
    var left = new AtomicInteger(sales);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answering = threads.submit(this::approve);
      var buyers = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < BUYERS; i++) {
        var name = "Buyer " + i;
        buyers.add(() -> buy(name, link, left));
      }
      var bought = sum(threads.invokeAll(buyers));
      open.set(false);
      System.out.printf("%d were asked about and %d sold%n", answering.get(), bought);
    }
  }

  private static int sum(List<Future<Integer>> parts) throws Exception {
    var sum = 0;
    for (var part : parts) {
      sum += part.get();
    }
    return sum;
  }

  private String link(String payload) throws IOException {
    try (var wire = new Wire(sandbox)) {
      var invoice =
          """
          {"title":"A donation","description":"Thank you","payload":"%s","currency":"XTR",
           "prices":[{"label":"It","amount":7}]}"""
              .formatted(payload);
      var found = LINK.matcher(wire.post(bot + "createInvoiceLink", invoice));
      if (!found.find()) {
        throw new IOException("no link was made");
      }
      return found.group();
    }
  }

  private int buy(String name, String link, AtomicInteger left) throws IOException {
    try (var wire = new Wire(sandbox)) {
      var joined =
          wire.post(
              "/sandbox/users", "{\"first_name\":\"%s\",\"stars\":1000000000}".formatted(name));
      var payments = "/sandbox/users/" + Events.number(joined, "\"id\":") + "/payments";
      var bought = 0;
      while (left.getAndDecrement() > 0) {
        if (!wire.post(payments, "{\"link\":\"" + link + "\"}").contains("\"paid\"")) {
          throw new IOException("A payment failed.");
        }
        bought++;
      }
      return bought;
    }
  }

  /** Says yes to everybody, on a few connections. */
  private int approve() throws Exception {
    var approved = 0;
    var offset = 0L;
    try (var poll = new Wire(sandbox);
        var answers = new Answers(sandbox, bot)) {
      while (open.get()) {
        var updates =
            poll.post(bot + "getUpdates", "{\"offset\":%d,\"timeout\":1}".formatted(offset));
        var ids = UPDATE.matcher(updates);
        while (ids.find()) {
          offset = Long.parseLong(ids.group(1)) + 1;
        }
        var asked = CHECKOUT.matcher(updates).results().map(found -> found.group(1)).toList();
        answers.yes(asked);
        approved += asked.size();
      }
      var rest = poll.post(bot + "getUpdates", "{\"offset\":%d,\"timeout\":0}".formatted(offset));
      assert rest.startsWith("{");
    }
    return approved;
  }

  /** A few connections that answer side by side. For one thread. */
  private static final class Answers implements AutoCloseable {
    private final String path;
    private final Wire[] wires = new Wire[APPROVERS];

    Answers(URI sandbox, String bot) throws IOException {
      this.path = bot + "answerPreCheckoutQuery";
      for (var i = 0; i < APPROVERS; i++) {
        wires[i] = new Wire(sandbox);
      }
    }

    void yes(List<String> checkouts) throws Exception {
      var parts = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < APPROVERS; i++) {
        var first = i;
        parts.add(() -> yes(first, checkouts));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var said = sum(threads.invokeAll(parts));
        assert said == checkouts.size();
      }
    }

    private int yes(int first, List<String> checkouts) throws IOException {
      var said = 0;
      for (var at = first; at < checkouts.size(); at += APPROVERS) {
        yes(wires[first], checkouts.get(at));
        said++;
      }
      return said;
    }

    private void yes(Wire wire, String checkout) throws IOException {
      var answer =
          wire.post(path, "{\"ok\":true,\"pre_checkout_query_id\":\"%s\"}".formatted(checkout));
      assert answer.startsWith("{");
    }

    @Override
    public void close() throws IOException {
      for (var wire : wires) {
        wire.close();
      }
    }
  }
}
