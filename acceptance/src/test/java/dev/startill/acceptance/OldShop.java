package dev.startill.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** What sold through the same bot for years before: other code, with payloads of its own. */
final class OldShop {
  private static final int AT_ONCE = 8;

  private final Box box;

  OldShop(Box box) {
    this.box = box;
    box.asBot("getMe", Json.object());
  }

  /** Sells so many donations of 7 Stars; the ids of their charges. */
  List<String> sells(Buyer buyer, int count) {
    var link = box.asBot("createInvoiceLink", Yaml.invoice("donation-2023", "XTR", 7)).asString();
    var charges = new ConcurrentLinkedQueue<String>();
    var open = new AtomicBoolean(true);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> approveWhile(open));
      try (var payments = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
        for (var i = 0; i < count; i++) {
          payments.execute(() -> charges.add(buyer.pays(link).get("charge_id").asString()));
        }
      }
      open.set(false);
    }
    return new ArrayList<>(charges);
  }

  void refunds(Buyer buyer, String charge) {
    box.asBot(
        "refundStarPayment",
        Json.object().put("user_id", buyer.id()).put("telegram_payment_charge_id", charge));
  }

  private void approveWhile(AtomicBoolean open) {
    var offset = 0L;
    while (open.get()) {
      var updates = box.asBot("getUpdates", Json.object().put("offset", offset).put("timeout", 1));
      for (var update : updates) {
        offset = update.get("update_id").asLong() + 1;
        if (update.has("pre_checkout_query")) {
          approve(update.get("pre_checkout_query"));
        }
      }
    }
    box.asBot("getUpdates", Json.object().put("offset", offset).put("timeout", 0));
  }

  private void approve(JsonNode query) {
    box.asBot(
        "answerPreCheckoutQuery",
        Json.object().put("ok", true).put("pre_checkout_query_id", query.get("id").asString()));
  }
}
