package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.RefundAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGKILL while a refund is under way, and refunds that nobody asked for: each is made once. */
class RefundCrashStoriesTest extends ShopStories {
  @Override
  String yaml() {
    return Yaml.hasty(box.url());
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_effect", "after_effect"})
  void killed_during_a_refund_it_makes_it_once(String when) {
    var ann = box.buyer("Ann", 1000);
    var charge = ann.pays(ann.asks("/key")).get("charge_id").asString();
    ann.awaits("CODE-ONE");
    box.loses("delivery", "refunded_payment");
    box.fault(Map.of("method", "refundStarPayment", "when", when, "action", "hang"));
    ask(charge);
    Until.holds("it is under way", () -> box.calls("refundStarPayment").size() == 1);
    shop.kill();
    assertThat(standing(charge)).isEqualTo("RETURNING");
    box.nothingGoesWrong();
    shop.startAgain();
    Until.holds("it is made", () -> standing(charge).equals("RETURNED"));
    assertThat(ann.stars()).isEqualTo(1000);
    assertThat(box.calls("refundStarPayment").size())
        .isEqualTo(when.equals("before_effect") ? 2 : 1);
    new Audit(shop.database(), box).passes();
    assertThat(shop.database().rows("SELECT state FROM code")).isEqualTo(List.of("REVOKED"));
  }

  @Test
  void asked_for_while_it_is_down_it_is_made_after_the_start() {
    var ann = box.buyer("Ann", 1000);
    var charge = ann.pays(ann.asks("/buy")).get("charge_id").asString();
    ann.awaits("guide.pdf");
    shop.kill();
    ask(charge);
    shop.startAgain();
    Until.holds("it is made", () -> standing(charge).equals("RETURNED"));
    assertThat(ann.stars()).isEqualTo(1000);
    new Audit(shop.database(), box).passes();
  }

  @Test
  void a_second_charge_goes_back_by_itself() {
    shop.kill();
    shop = Shop.serving(folder, Yaml.leisurely(box.url()));
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.fault(Map.of("delivery", "successful_payment", "action", "drop", "times", 1));
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
    Until.holds("that is on disk", () -> goods().equals(List.of("HANDED_OVER")));
    assertThat(ann.stars()).isEqualTo(900);
    shop.kill();
    shop.startAgain();
    Until.holds("it is back", () -> ann.stars() == 950);
    readsAndAgrees();
    assertThat(shop.database().rows("SELECT why, standing FROM charge ORDER BY standing"))
        .containsExactly("null|KEPT", "SECOND|RETURNED");
    assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
  }

  @Test
  void both_charges_of_one_order_are_found_after_a_crash_and_one_goes_back() {
    shop.kill();
    shop = Shop.serving(folder, Yaml.leisurely(box.url()));
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.loses("delivery", "successful_payment");
    ann.pays(invoice);
    ann.pays(invoice);
    assertThat(ann.stars()).isEqualTo(900);
    shop.kill();
    box.nothingGoesWrong();
    shop.startAgain();
    ann.awaits("guide.pdf");
    Until.holds("it is back", () -> ann.stars() == 950);
    readsAndAgrees();
  }

  private void readsAndAgrees() {
    try (var office = BackOffice.beside(shop, box)) {
      assertThat(office.reads().agrees()).isTrue();
    }
    new Audit(shop.database(), box).passes();
  }

  private void ask(String charge) {
    try (var office = BackOffice.beside(shop, box)) {
      assertThat(office.refunds(charge)).isEqualTo(RefundAnswer.REQUESTED);
    }
  }

  private List<String> goods() {
    return shop.database().rows("SELECT goods FROM orders");
  }

  private String standing(String charge) {
    return shop.database()
        .rows("SELECT standing FROM charge WHERE id = '%s'".formatted(charge))
        .getFirst();
  }
}
