package dev.startill.benchmarks;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buyers in a closed loop against a sandbox and whatever bot listens to it: each types the command,
 * waits for the invoice, pays, waits for the goods, and begins again.
 *
 * <p>{@code SaleLoad URL BOT_USERNAME COMMAND BUYERS SALES}
 */
public final class SaleLoad {
  private static final int PURSE = 1_000_000_000;

  private final Telegram telegram;
  private final String bot;
  private final String command;
  private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
  private final Latencies checkouts = new Latencies();
  private final Latencies sales = new Latencies();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private SaleLoad(Telegram telegram, String bot, String command) {
    this.telegram = telegram;
    this.bot = bot;
    this.command = command;
  }

  /** Runs it and prints a table row. */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      System.err.println("usage: SaleLoad URL BOT COMMAND BUYERS SALES");
      System.exit(2);
    }
    var load = new SaleLoad(new Telegram(URI.create(args[0])), args[1], args[2]);
    load.run(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
  }

  private void run(int buyers, int target) throws Exception {
    listen();
    var begun = System.nanoTime();
    var left = new AtomicInteger(target);
    var ended = new CountDownLatch(buyers);
    for (var i = 0; i < buyers; i++) {
      var name = "Buyer " + i;
      Thread.ofVirtual()
          .start(
              () -> {
                buy(name, left);
                ended.countDown();
              });
    }
    ended.await();
    print(buyers, (System.nanoTime() - begun) / 1e9);
  }

  private void print(int buyers, double seconds) {
    System.out.printf(
        "%d buyers: %d sales in %.1f s = %.0f sales/s; checkout p50 %.1f ms, p99 %.1f ms; "
            + "whole sale p50 %.1f ms, p99 %.1f ms; failed %d%n",
        buyers,
        done.get(),
        seconds,
        done.get() / seconds,
        checkouts.percentile(50),
        checkouts.percentile(99),
        sales.percentile(50),
        sales.percentile(99),
        failed.get());
    System.exit(failed.get() == 0 ? 0 : 1);
  }

  private void buy(String name, AtomicInteger left) {
    var id =
        telegram
            .post("/sandbox/users", Map.of("first_name", name, "stars", PURSE))
            .get("id")
            .asLong();
    var chat = new Chat();
    chats.put(id, chat);
    while (left.getAndDecrement() > 0) {
      try {
        sale(id, chat);
        done.incrementAndGet();
      } catch (Exception e) {
        failed.incrementAndGet();
        System.err.println(name + ": " + e.getMessage());
        return;
      }
    }
  }

  private void sale(long buyer, Chat chat) throws InterruptedException {
    var begun = System.nanoTime();
    telegram.post("/sandbox/users/" + buyer + "/messages", Map.of("bot", bot, "text", command));
    var invoice = chat.await(message -> message.has("invoice"), "invoice");
    var confirmed = System.nanoTime();
    var payment =
        telegram.post(
            "/sandbox/users/" + buyer + "/payments",
            Map.of("bot", bot, "message_id", invoice.get("message_id").asLong()));
    checkouts.add(System.nanoTime() - confirmed);
    if (!"paid".equals(payment.get("status").asString())) {
      throw new IllegalStateException("not paid: " + payment);
    }
    chat.await(SaleLoad::areGoods, "goods");
    sales.add(System.nanoTime() - begun);
  }

  private static boolean areGoods(tools.jackson.databind.JsonNode message) {
    return !message.has("invoice")
        && !message.has("successful_payment")
        && message.path("from").path("is_bot").asBoolean(false);
  }

  /** One stream for all buyers, so that waiting costs next to nothing. */
  private void listen() throws Exception {
    var response = telegram.events();
    Thread.ofPlatform()
        .daemon()
        .name("events")
        .start(
            () ->
                response
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(line -> dispatch(line.substring("data:".length()))));
  }

  private void dispatch(String data) {
    if (!data.contains("\"message\"")) {
      return;
    }
    var event = Telegram.JSON.readTree(data);
    var chat = chats.get(event.path("user").asLong(0));
    if (chat != null && event.has("message")) {
      chat.arrived(event.get("message"));
    }
  }
}
