package dev.startill.benchmarks;

import java.io.IOException;
import java.net.URI;

/** Buys again and again, on a connection of its own. For one thread. */
final class Buyer {
  private static final long PURSE = 1_000_000_000;

  private final Wire wire;
  private final Chat chat;
  private final String messages;
  private final String payments;
  private final String order;
  private final String bill;

  Buyer(URI sandbox, Events events, String name, String bot, String command) throws IOException {
    this.wire = new Wire(sandbox);
    var joined =
        wire.post("/sandbox/users", "{\"first_name\":\"%s\",\"stars\":%d}".formatted(name, PURSE));
    var id = Events.number(joined, "\"id\":");
    this.chat = events.of(id);
    this.messages = "/sandbox/users/" + id + "/messages";
    this.payments = "/sandbox/users/" + id + "/payments";
    this.order = "{\"bot\":\"%s\",\"text\":\"%s\"}".formatted(bot, command);
    this.bill = "{\"bot\":\"%s\",\"message_id\":".formatted(bot);
  }

  /** From the command to the goods. */
  void buy(Latencies checkouts, Latencies sales) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var sent = wire.post(messages, order);
    assert sent.startsWith("{");
    var invoice = chat.awaitInvoice();
    var confirmed = System.nanoTime();
    var payment = wire.post(payments, bill + invoice.id() + "}");
    checkouts.add(System.nanoTime() - confirmed);
    if (!payment.contains("\"paid\"")) {
      throw new IllegalStateException("not paid: " + payment);
    }
    var goods = chat.awaitGoods();
    assert goods.id() > invoice.id();
    sales.add(System.nanoTime() - begun);
  }
}
