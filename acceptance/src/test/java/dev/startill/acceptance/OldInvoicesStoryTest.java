package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.jdbc.JdbcStore;
import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.Order;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Incoming.Said;
import dev.startill.telegram.http.Incoming.Understood;
import dev.startill.telegram.http.PollingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bot that sold by a hand-written handler long before, and still does: the library moves in
 * beside it and takes what it sold itself, and nothing else.
 */
class OldInvoicesStoryTest {
  private static final String OLD = "membership-2024";
  private static final int OLD_PRICE = 25;

  @TempDir Path folder;
  private final Box box = Box.open();
  private final HttpBot bot =
      HttpBot.at(box.url(), BotToken.of(Box.TOKEN), HttpSettings.defaults().withLimits(0, 0));

  /** What the hand-written handler granted, by the charge's id. */
  private final List<String> granted = new CopyOnWriteArrayList<>();

  private final List<String> returned = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    bot.close();
    box.close();
  }

  @Test
  void old_invoices_are_paid_and_returned_beside_ours() {
    var guide =
        new Product(
            new ProductId("guide"),
            "Guide",
            "All of it.",
            new Stars(50),
            new Delivery.Text("Your guide of order {order}"));
    try (var store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("shop.db"), bot.id());
        var startill = Startill.over(store, bot.telegram()).selling(Catalog.of(guide)).start();
        var polling =
            bot.poll(
                PollingSettings.defaults().withTimeout(Duration.ofSeconds(1)),
                incoming -> take(startill, incoming))) {
      box.awaitBot();
      var ann = box.buyer("Ann", 1_000);

      var old = ann.asks("/join");
      var charge = ann.pays(old).get("charge_id").asString();
      Until.holds("the bot's own handler granted it", () -> granted.equals(List.of(charge)));
      var again = ann.pays(ann.asks("/join")).get("charge_id").asString();
      Until.holds("the second one, too", () -> granted.equals(List.of(charge, again)));
      assertThat(startill.orders().newest(9)).isEmpty();

      assertThat(ann.pays(ann.asks("/guide")).get("status").asString()).isEqualTo("paid");
      ann.awaits("Your guide of order");
      box.asBot(
          "refundStarPayment",
          Json.object().put("user_id", ann.id()).put("telegram_payment_charge_id", again));
      Until.holds("the bot's own handler hears of it", () -> returned.equals(List.of(again)));

      var books = store.books();
      var order = startill.orders().of(ann.id(), 9);
      assertThat(order)
          .extracting(line -> line.order().word())
          .containsExactly(Order.Word.FULFILLED);
      assertThat(books.strays(9)).isEmpty();
      assertThat(startill.reconcile().agrees()).isTrue();
      assertThat(books.balances())
          .containsEntry(Account.FOREIGN, new Stars(OLD_PRICE).toNanos())
          .containsEntry(Account.SALES, new Stars(50).toNanos());
      assertThat(books.cases(9)).isEmpty();
      assertThat(ann.stars()).isEqualTo(1_000 - OLD_PRICE - 50);
      assertThat(polling).isNotNull();
    }
  }

  /** The bot as it was, and one line before it. */
  private void take(Startill startill, Incoming incoming) {
    if (!(incoming instanceof Understood update) || startill.handle(update.update())) {
      return;
    }
    switch (update.update()) {
      case Update.Checkout checkout ->
          box.asBot(
              "answerPreCheckoutQuery",
              Json.object().put("pre_checkout_query_id", checkout.id().value()).put("ok", true));
      case Update.Payment payment -> granted.add(payment.id().value());
      case Update.Refunded refunded -> returned.add(refunded.id().value());
      case Update.Spoke spoke -> hear(startill, update);
      case Update.Other other -> {}
    }
  }

  private void hear(Startill startill, Understood update) {
    var command = Optional.of(update.word()).filter(Said.class::isInstance).map(Said.class::cast);
    switch (command.map(Said::text).orElse("")) {
      case "/join" -> sendOldInvoice(command.orElseThrow().chat());
      case "/guide" -> startill.sell("guide").to(command.orElseThrow().from()).invoice();
      default -> {}
    }
  }

  private void sendOldInvoice(long chat) {
    var invoice =
        Json.object()
            .put("chat_id", chat)
            .put("title", "Membership")
            .put("description", "As ever.")
            .put("payload", OLD)
            .put("currency", "XTR");
    invoice.putArray("prices").addObject().put("label", "Membership").put("amount", OLD_PRICE);
    box.asBot("sendInvoice", invoice);
  }
}
