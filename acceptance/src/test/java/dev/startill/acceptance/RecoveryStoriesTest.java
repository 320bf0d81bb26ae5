package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Payments and refunds that no update ever told of: the statement does, and nothing comes twice.
 */
class RecoveryStoriesTest extends BoxStories {
  private static final int BUYERS = 20;
  private static final Duration LONGER_THAN_UPDATES_LAST = Duration.ofHours(30);

  @Test
  void thirty_hours_without_an_update_and_every_paid_order_is_delivered_within_an_interval() {
    try (var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      var buyers = buyers();
      var invoices = buyers.stream().map(buyer -> buyer.asks("/buy")).toList();
      box.loses("delivery", "successful_payment");
      var paid = System.nanoTime();
      for (var i = 0; i < BUYERS; i++) {
        assertThat(buyers.get(i).pays(invoices.get(i)).get("status").asString()).isEqualTo("paid");
      }
      box.advance(LONGER_THAN_UPDATES_LAST);
      buyers.forEach(buyer -> buyer.awaits("guide.pdf"));
      var seconds = (System.nanoTime() - paid) / 1e9;
      System.out.printf(
          "%d orders were paid and delivered without an update in %.1f s; an interval is 1 s%n",
          BUYERS, seconds);
      assertThat(seconds).isLessThan(10);
      eachHasTheGuideOnce(buyers);
      assertThat(recovered(shop)).isEqualTo(BUYERS);
      new Audit(shop.database(), box).passes();
    }
  }

  @Test
  void after_thirty_hours_in_which_it_was_down_it_delivers_at_once() {
    var buyers = buyers();
    try (var shop = Shop.serving(folder, Yaml.leisurely(box.url()))) {
      var invoices = buyers.stream().map(buyer -> buyer.asks("/buy")).toList();
      box.loses("delivery", "successful_payment");
      for (var i = 0; i < BUYERS; i++) {
        assertThat(buyers.get(i).pays(invoices.get(i)).get("status").asString()).isEqualTo("paid");
      }
      shop.kill();
      box.nothingGoesWrong();
      assertThat(shop.database().count("SELECT count(*) FROM charge")).isZero();
      box.advance(LONGER_THAN_UPDATES_LAST);
      shop.startAgain();
      buyers.forEach(buyer -> buyer.awaits("guide.pdf"));
      eachHasTheGuideOnce(buyers);
      assertThat(recovered(shop)).isEqualTo(BUYERS);
      new Audit(shop.database(), box).passes();
    }
  }

  @Test
  void an_update_that_nobody_fetched_in_time_is_not_missed() {
    try (var shop = Shop.serving(folder, Yaml.leisurely(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      var invoice = ann.asks("/buy");
      box.isPolledOnceMore();
      assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
      assertThat(box.bot(Box.BOT).get("pending_update_count").asInt()).isPositive();
      shop.kill();
      box.nothingGoesWrong();
      box.advance(LONGER_THAN_UPDATES_LAST);
      assertThat(box.bot(Box.BOT).get("pending_update_count").asInt()).isZero();
      shop.startAgain();
      ann.awaits("guide.pdf");
      eachHasTheGuideOnce(List.of(ann));
      new Audit(shop.database(), box).passes();
    }
  }

  @Test
  void an_update_that_comes_after_the_statement_fulfils_nothing_twice() {
    try (var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      var invoice = ann.asks("/buy");
      box.fault(Map.of("delivery", "successful_payment", "action", "reorder", "times", 1));
      ann.pays(invoice);
      ann.awaits("guide.pdf");
      assertThat(recovered(shop)).isEqualTo(1);
      ann.asks("/book");
      Until.holds(
          "the late update is taken",
          () -> box.bot(Box.BOT).get("pending_update_count").asInt() == 0);
      eachHasTheGuideOnce(List.of(ann));
      assertThat(shop.database().count("SELECT count(*) FROM charge")).isEqualTo(1);
      new Audit(shop.database(), box).passes();
    }
  }

  @Test
  void what_another_program_refunded_meanwhile_is_not_delivered_and_is_shown() {
    try (var shop = Shop.serving(folder, Yaml.leisurely(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      var invoice = ann.asks("/key");
      box.loses("delivery", "successful_payment");
      box.loses("delivery", "refunded_payment");
      var charge = ann.pays(invoice).get("charge_id").asString();
      shop.kill();
      anotherProgramRefunds(ann, charge);
      box.nothingGoesWrong();
      shop.startAgain();
      awaitReturned(shop);
      assertThat(ann.reads()).noneMatch(text -> text.contains("CODE-ONE"));
      assertThat(goods(shop)).containsExactly("REVOKED");
      assertThat(codes(shop)).containsExactly("FREE");
      assertThat(ann.stars()).isEqualTo(1000);
      new Audit(shop.database(), box).passes();
    }
  }

  @Test
  void what_another_program_refunded_after_the_goods_left_is_revoked_and_shown() {
    try (var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      var charge = ann.pays(ann.asks("/key")).get("charge_id").asString();
      ann.awaits("CODE-ONE");
      box.loses("delivery", "refunded_payment");
      anotherProgramRefunds(ann, charge);
      awaitReturned(shop);
      new Audit(shop.database(), box).passes();
      assertThat(goods(shop)).containsExactly("REVOKED");
      assertThat(codes(shop)).containsExactly("REVOKED");
      assertThat(ann.pays(ann.asks("/key")).get("error").asString()).contains("sold out");
    }
  }

  private List<Buyer> buyers() {
    return IntStream.range(0, BUYERS).mapToObj(i -> box.buyer("Buyer " + i, 1000)).toList();
  }

  private void anotherProgramRefunds(Buyer buyer, String charge) {
    box.asBot(
        "refundStarPayment",
        Json.object().put("user_id", buyer.id()).put("telegram_payment_charge_id", charge));
  }

  private static void awaitReturned(Shop shop) {
    Until.holds(
        "the refund is read on the statement",
        () ->
            shop.database()
                .rows("SELECT reason FROM \"case\" WHERE closed_at IS NULL")
                .equals(List.of("REFUND_NOT_OURS")));
  }

  private static List<String> goods(Shop shop) {
    return shop.database().rows("SELECT goods FROM orders WHERE state = 'PAID'");
  }

  private static List<String> codes(Shop shop) {
    return shop.database().rows("SELECT state FROM code");
  }

  private static long recovered(Shop shop) {
    return shop.database()
        .count("SELECT count(*) FROM event WHERE detail LIKE '%recovered from the statement%'");
  }

  private static void eachHasTheGuideOnce(List<Buyer> buyers) {
    for (var buyer : buyers) {
      assertThat(buyer.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
      assertThat(buyer.stars()).isEqualTo(950);
    }
  }
}
