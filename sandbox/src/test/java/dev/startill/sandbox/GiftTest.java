package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What bots give from their balance. */
class GiftTest extends SandboxTest {
  private static final String TROPHY = "5998981470310368313";
  private static final String HEART = "5170145012310081615";

  private long ann;

  @BeforeEach
  void a_bot_that_earned_something() {
    ann = bot.user("Ann", 5_000);
    bot.says(ann, "hello");
  }

  @Test
  void the_catalogue_names_what_each_gift_costs() {
    var gifts = bot.ok("getAvailableGifts", "{}").path("gifts");
    assertThat(gifts.size()).isGreaterThan(3);
    assertThat(gifts.at("/0/id").asString()).isEqualTo(HEART);
    assertThat(gifts.at("/0/star_count").asInt()).isEqualTo(15);
    assertThat(gifts.at("/0/sticker/type").asString()).isEqualTo("regular");
    assertThat(gifts.at("/5/remaining_count").asInt()).isEqualTo(3);
    assertThat(gifts.at("/5/total_count").asInt()).isEqualTo(3);
  }

  @Test
  void a_gift_is_paid_by_the_bot_and_seen_by_the_user() {
    earn(100);
    bot.ok(
        "sendGift",
        to(
            "\"gift_id\":\""
                + HEART
                + "\",\"text\":\"<b>Thanks</b>\",\"text_parse_mode\":\"HTML\""));
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(85);
    var line = bot.ok("getStarTransactions", "{}").at("/transactions/1");
    assertThat(line.path("amount").asLong()).isEqualTo(15);
    assertThat(line.at("/receiver/transaction_type").asString()).isEqualTo("gift_purchase");
    assertThat(line.at("/receiver/user/id").asLong()).isEqualTo(ann);
    assertThat(line.at("/receiver/gift/id").asString()).isEqualTo(HEART);
    var shown = lastMessage();
    assertThat(shown.at("/gift/gift/id").asString()).isEqualTo(HEART);
    assertThat(shown.at("/gift/text").asString()).isEqualTo("Thanks");
    assertThat(shown.at("/gift/entities/0/type").asString()).isEqualTo("bold");
    assertThat(shown.at("/from/is_bot").asBoolean()).isTrue();
    bot.says(ann, "thank you");
    assertThat(bot.next("message").path("text").asString()).isEqualTo("thank you");
    var owned = bot.ok("getUserGifts", to("\"limit\":1"));
    assertThat(owned.path("total_count").asInt()).isEqualTo(1);
    assertThat(owned.at("/gifts/0/type").asString()).isEqualTo("regular");
    assertThat(owned.at("/gifts/0/sender_user/id").asLong()).isEqualTo(Client.BOT);
    assertThat(owned.at("/gifts/0/is_saved").asBoolean()).isTrue();
  }

  @Test
  void a_limited_gift_runs_out_and_an_upgrade_is_prepaid() {
    earn(1_200);
    var trophy = "\"gift_id\":\"" + TROPHY + "\"";
    bot.ok("sendGift", to(trophy + ",\"pay_for_upgrade\":true"));
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(900);
    assertThat(lastMessage().at("/gift/prepaid_upgrade_star_count").asInt()).isEqualTo(100);
    assertThat(lastMessage().at("/gift/gift/remaining_count").asInt()).isEqualTo(2);
    bot.ok("sendGift", to(trophy));
    bot.ok("sendGift", to(trophy));
    assertThat(bot.call("sendGift", to(trophy)).description())
        .isEqualTo("Bad Request: STARGIFT_USAGE_LIMITED");
    assertThat(bot.ok("getAvailableGifts", "{}").path("gifts")).hasSize(5);
    var page = bot.ok("getUserGifts", to("\"limit\":2"));
    assertThat(page.path("gifts")).hasSize(2);
    assertThat(bot.ok("getUserGifts", to("\"offset\":" + page.path("next_offset"))).path("gifts"))
        .hasSize(1);
    assertThat(
            bot.ok("getUserGifts", to("\"exclude_limited_upgradable\":true")).path("total_count"))
        .hasToString("0");
  }

  @Test
  void a_channel_is_given_a_gift() {
    earn(100);
    var body = "{\"type\":\"channel\",\"title\":\"News\",\"username\":\"news\",\"owner\":";
    bot.post("/sandbox/chats", body + ann + "}");
    bot.ok("sendGift", "{\"chat_id\":\"@news\",\"gift_id\":\"" + HEART + "\"}");
    var line = bot.ok("getStarTransactions", "{}").at("/transactions/1/receiver");
    assertThat(line.path("type").asString()).isEqualTo("chat");
    assertThat(line.at("/chat/title").asString()).isEqualTo("News");
    assertThat(line.at("/gift/star_count").asInt()).isEqualTo(15);
    assertThat(bot.ok("getChatGifts", "{\"chat_id\":\"@news\"}").at("/gifts/0/gift/id").asString())
        .isEqualTo(HEART);
  }

  @Test
  void premium_is_given_for_its_price() {
    earn(2_600);
    bot.ok("giftPremiumSubscription", to("\"month_count\":3,\"star_count\":1000"));
    var line = bot.ok("getStarTransactions", "{}").at("/transactions/1/receiver");
    assertThat(line.path("transaction_type").asString()).isEqualTo("premium_purchase");
    assertThat(line.path("premium_subscription_duration").asInt()).isEqualTo(3);
    assertThat(lastMessage().at("/gifted_premium/month_count").asInt()).isEqualTo(3);
    bot.says(ann, "wow");
    assertThat(bot.next("message").at("/from/is_premium").asBoolean()).isTrue();
    bot.post("/sandbox/clock", "{\"advance\":\"P93D\"}");
    bot.says(ann, "over");
    assertThat(bot.next("message").path("from").has("is_premium")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sendGift | '' | invalid user_id specified",
        "sendGift | '\"user_id\":5,\"gift_id\":\"1\"' | user not found",
        "sendGift | '\"user_id\":ANN,\"gift_id\":\"1\"' | STARGIFT_INVALID",
        "sendGift | '\"user_id\":ANN,\"gift_id\":\"5170145012310081615\"' | BALANCE_TOO_LOW",
        "sendGift | '\"user_id\":ANN,\"gift_id\":\"5170145012310081615\",\"pay_for_upgrade\":true' | STARGIFT_UPGRADE_UNAVAILABLE",
        "giftPremiumSubscription | '\"user_id\":999999999,\"month_count\":1,\"star_count\":100' | user not found",
        "giftPremiumSubscription | '\"user_id\":ANN,\"month_count\":3,\"star_count\":100' | wrong Premium subscription price specified",
        "giftPremiumSubscription | '\"user_id\":ANN,\"month_count\":6,\"star_count\":1500' | BALANCE_TOO_LOW",
        "getUserGifts | '\"user_id\":5' | user not found",
      })
  void a_wrong_gift_is_refused(String method, String parameters, String words) {
    assertThat(bot.call(method, "{" + parameters.replace("ANN", "" + ann) + "}").description())
        .isEqualTo("Bad Request: " + words);
  }

  private void earn(long stars) {
    var end = bot.pays(ann, bot.link("ord_1", stars));
    var id = bot.next("pre_checkout_query").path("id");
    bot.ok("answerPreCheckoutQuery", "{\"ok\":true,\"pre_checkout_query_id\":" + id + "}");
    assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
    assertThat(bot.next("message").has("successful_payment")).isTrue();
  }

  private JsonNode lastMessage() {
    var all = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json();
    return all.path(all.size() - 1);
  }

  private String to(String parameters) {
    return "{\"user_id\":" + ann + "," + parameters + "}";
  }
}
