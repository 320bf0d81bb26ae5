package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A statement that is not ours from its beginning, or not any more what it was. */
class ImportStoryTest extends BoxStories {
  private static final int DONATIONS = 2_000;
  private static final int SENT_BACK = 20;

  @Test
  void years_of_other_codes_sales_are_booked_and_left_alone() {
    var fan = box.buyer("Fan", 100_000);
    var old = new OldShop(box);
    fan.says("/start");
    var charges = old.sells(fan, DONATIONS);
    charges.subList(0, SENT_BACK).forEach(charge -> old.refunds(fan, charge));
    box.post("/sandbox/withdrawals", Json.object().put("bot", Box.BOT).put("stars", 5_000));
    box.advance(Duration.ofDays(700));
    var said = fan.messages(m -> true).size();
    var stars = fan.stars();
    try (var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      new Audit(shop.database(), box).passes();
      var database = shop.database();
      assertThat(database.count("SELECT count(*) FROM statement_line"))
          .isEqualTo(DONATIONS + SENT_BACK + 1);
      assertThat(held(database, "FOREIGN")).isEqualTo((DONATIONS - SENT_BACK) * 7L);
      assertThat(held(database, "WITHDRAWALS")).isEqualTo(-5_000);
      assertThat(
              database.rows(
                  "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM charge),"
                      + " (SELECT count(*) FROM outbox), (SELECT count(*) FROM \"case\")"))
          .containsExactly("0|0|0|0");
      assertThat(fan.stars()).isEqualTo(stars);
      assertThat(fan.messages(m -> true)).hasSize(said);
      var ann = box.buyer("Ann", 1000);
      ann.pays(ann.asks("/buy"));
      ann.awaits("guide.pdf");
      new Audit(database, box).passes();
    }
  }

  @Test
  void a_statement_that_is_shorter_than_what_was_read_is_a_case_and_the_shop_goes_on() {
    try (var shop = Shop.serving(folder, Yaml.hasty(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      for (var i = 0; i < 3; i++) {
        ann.pays(ann.asks("/buy"));
      }
      new Audit(shop.database(), box).passes();
      box.forgetsEverything();
      Until.holds("a case tells", () -> cases(shop.database()).contains("STATEMENT_SHRANK"));
      var bob = Until.some("the bot is there again", () -> arrived("Bob"));
      bob.pays(bob.asks("/buy"));
      bob.awaits("guide.pdf");
      Until.holds(
          "its line is read, at the place of another",
          () -> shop.database().count("SELECT \"lines\" FROM statement") == 1);
      Until.holds(
          "that Telegram holds less is a case too",
          () -> cases(shop.database()).contains("BALANCE_DIFFERS"));
      assertThat(shop.health().status()).isEqualTo(200);
      assertThat(shop.said()).doesNotContain("\tat ");
    }
  }

  private Optional<Buyer> arrived(String name) {
    return box.get("/sandbox/bots").isEmpty()
        ? Optional.empty()
        : Optional.of(box.buyer(name, 1000));
  }

  private static List<String> cases(Database database) {
    return database.rows("SELECT reason FROM \"case\" WHERE closed_at IS NULL ORDER BY reason");
  }

  /** In Stars. */
  private static long held(Database database, String account) {
    return database.count(
        """
        SELECT coalesce(sum(nanostars * ((to_account = '%1$s') - (from_account = '%1$s'))), 0)
          / 1000000000
        FROM posting"""
            .formatted(account));
  }
}
