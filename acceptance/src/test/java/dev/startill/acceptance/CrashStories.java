package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A real process, a real SIGKILL, at a place that the sandbox holds open. */
abstract class CrashStories extends ShopStories {
  @Test
  void killed_after_the_invoice_left_it_sends_it_again_and_sells_one_order() {
    var ann = box.buyer("Ann", 1000);
    hang("sendInvoice", "after_effect");
    ann.asks("/buy");
    killAndStartAgain();
    Until.holds("the mark is made", () -> waiting("SEND_INVOICE") == 0);
    var bubbles = ann.invoices();
    assertThat(bubbles).as("its message again, or its update, or both").hasSizeBetween(2, 3);
    assertThat(ann.pays(bubbles.getFirst()).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
    assertThat(ann.pays(bubbles.getLast()).get("error").asString()).contains("already been paid");
    assertThat(shop.database().count("SELECT count(*) FROM orders")).isEqualTo(1);
  }

  @Test
  void killed_between_charge_and_goods_it_hands_over_after_the_restart_once() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    hang("sendMessage", "before_effect");
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    Until.holds("the goods are about to leave", () -> waiting("HAND_OVER") == 1);
    killAndStartAgain();
    ann.awaits("guide.pdf");
    assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
  }

  @Test
  void killed_after_the_goods_left_it_may_send_them_again_with_the_same_order() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    hang("sendMessage", "after_effect");
    ann.pays(invoice);
    ann.awaits("guide.pdf");
    killAndStartAgain();
    Until.holds("the mark is made", () -> waiting("HAND_OVER") == 0);
    var copies = ann.reads().stream().filter(text -> text.contains("guide.pdf")).toList();
    assertThat(copies).hasSizeLessThanOrEqualTo(2);
    assertThat(copies.stream().distinct()).hasSize(1);
    assertThat(shop.database().count("SELECT count(*) FROM charge")).isEqualTo(1);
  }

  @Test
  void killed_between_checkout_and_charge_it_has_charged_nobody() throws Exception {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    hang("answerPreCheckoutQuery", "before_effect");
    var payment = inBackground(ann, invoice);
    Until.holds("the checkout is recorded", () -> orders("APPROVED") == 1);
    shop.killAndForget();
    box.nothingGoesWrong();
    box.advance(Duration.ofSeconds(11));
    assertThat(payment.get(30, TimeUnit.SECONDS).get("status").asString()).isEqualTo("failed");
    assertThat(ann.stars()).isEqualTo(1000);
    shop.startAgain();
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
  }

  @Test
  void killed_before_the_charge_was_seen_it_learns_of_it_after_the_restart() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.fault(
        Map.of(
            "method",
            "answerPreCheckoutQuery",
            "when",
            "after_effect",
            "action",
            "hang",
            "times",
            1));
    box.isPolledOnceMore();
    ann.pays(invoice);
    killAndStartAgain();
    ann.awaits("guide.pdf");
    assertThat(ann.stars()).isEqualTo(950);
  }

  @Test
  void killed_in_the_middle_of_a_batch_it_has_each_sale_whole_or_not_at_all() throws Exception {
    var buyers = new ArrayList<Buyer>();
    for (var i = 0; i < 16; i++) {
      buyers.add(box.buyer("Buyer " + i, 1000));
    }
    var invoices = buyers.stream().map(buyer -> buyer.asks("/buy")).toList();
    var payments = new ArrayList<CompletableFuture<JsonNode>>();
    for (var i = 0; i < buyers.size(); i++) {
      payments.add(inBackground(buyers.get(i), invoices.get(i)));
    }
    Until.holds("some are charged", () -> charges() > 0);
    shop.killAndForget();
    assertThat(shop.database().damage()).isEmpty();
    assertThat(shop.database().rows("SELECT source FROM posting ORDER BY source"))
        .isEqualTo(shop.database().rows("SELECT 'charge:' || id FROM charge ORDER BY 1"));
    shop.startAgain();
    box.advance(Duration.ofSeconds(11));
    for (var i = 0; i < buyers.size(); i++) {
      var paid = payments.get(i).get(30, TimeUnit.SECONDS).get("status").asString();
      if (paid.equals("paid")) {
        buyers.get(i).awaits("guide.pdf");
      } else {
        assertThat(buyers.get(i).stars()).isEqualTo(1000);
      }
    }
  }

  @Test
  void a_held_code_is_not_lost_with_the_process() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/key");
    hang("sendMessage", "before_effect");
    ann.pays(invoice);
    killAndStartAgain();
    ann.awaits("CODE-ONE");
    assertThat(shop.database().rows("SELECT state FROM code")).isEqualTo(List.of("SOLD"));
  }

  private void hang(String method, String when) {
    box.fault(Map.of("method", method, "when", when, "action", "hang"));
  }

  private void killAndStartAgain() {
    shop.killAndForget();
    box.nothingGoesWrong();
    shop.startAgain();
  }

  private static CompletableFuture<JsonNode> inBackground(Buyer buyer, JsonNode invoice) {
    var payment = new CompletableFuture<JsonNode>();
    Thread.ofVirtual().start(() -> payment.complete(buyer.pays(invoice)));
    return payment;
  }

  private long waiting(String kind) {
    return shop.database()
        .count(
            "SELECT count(*) FROM outbox WHERE state = 'WAITING' AND kind = '%s'".formatted(kind));
  }

  private long orders(String state) {
    return shop.database().count("SELECT count(*) FROM orders WHERE state = '%s'".formatted(state));
  }

  private long charges() {
    return shop.database().count("SELECT count(*) FROM charge");
  }
}
