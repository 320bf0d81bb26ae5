package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Photos and videos behind a price. */
class PaidMediaTest extends SandboxTest {
  private static final String PHOTO = "{\"type\":\"photo\",\"media\":\"https://x.example/a.png\"}";
  private static final String VIDEO =
      "{\"type\":\"video\",\"media\":\"https://x.example/b.mp4\",\"duration\":7,"
          + "\"width\":640,\"height\":360}";

  private long ann;
  private long bob;

  @BeforeEach
  void two_who_look_on() {
    ann = bot.user("Ann", 100);
    bob = bot.user("Bob", 100);
    bot.says(ann, "hello");
    bot.next("message");
  }

  @Test
  void the_bot_sees_all_and_the_user_a_preview_until_they_pay() {
    var sent = send(ann, "\"payload\":\"ord_1\",\"caption\":\"Look\"");
    assertThat(sent.at("/paid_media/star_count").asInt()).isEqualTo(30);
    assertThat(sent.at("/paid_media/paid_media/0/photo/0").has("file_id")).isTrue();
    assertThat(sent.at("/paid_media/paid_media/1/video/duration").asInt()).isEqualTo(7);
    assertThat(sent.path("caption").asString()).isEqualTo("Look");
    assertThat(mine().at("/paid_media").toString())
        .isEqualTo(
            "{\"star_count\":30,\"paid_media\":[{\"type\":\"preview\"},"
                + "{\"type\":\"preview\",\"width\":640,\"height\":360,\"duration\":7}]}");
    var charge = buy(ann, "\"bot\":" + Client.BOT, sent);
    assertThat(charge.path("status").asString()).isEqualTo("paid");
    assertThat(mine().at("/paid_media")).isEqualTo(sent.at("/paid_media"));
    var told = bot.next("purchased_paid_media");
    assertThat(told.at("/from/id").asLong()).isEqualTo(ann);
    assertThat(told.path("paid_media_payload").asString()).isEqualTo("ord_1");
    var line = bot.ok("getStarTransactions", "{}").at("/transactions/0");
    assertThat(line.path("id")).isEqualTo(charge.path("charge_id"));
    assertThat(line.path("amount").asLong()).isEqualTo(30);
    assertThat(line.at("/source/transaction_type").asString()).isEqualTo("paid_media_payment");
    assertThat(line.at("/source/paid_media")).isEqualTo(sent.at("/paid_media/paid_media"));
    assertThat(line.at("/source/paid_media_payload").asString()).isEqualTo("ord_1");
    assertThat(bot.stars(ann)).isEqualTo(70);
    assertThat(buy(ann, "\"bot\":" + Client.BOT, sent).path("error").asString())
        .isEqualTo("MEDIA_ALREADY_PAID");
  }

  @Test
  void without_a_payload_the_bot_is_not_told() {
    buy(ann, "\"bot\":" + Client.BOT, send(ann, ""));
    bot.says(ann, "nice");
    assertThat(bot.next("message").path("text").asString()).isEqualTo("nice");
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(30);
    assertThat(bot.ok("getStarTransactions", "{}").at("/transactions/0/source").toString())
        .doesNotContain("payload");
  }

  @Test
  void what_a_channel_posts_the_channel_earns() {
    var body = "{\"type\":\"channel\",\"title\":\"News\",\"owner\":" + ann + "}";
    long channel = bot.post("/sandbox/chats", body).json().path("id").asLong();
    var members = "/sandbox/chats/" + channel + "/members";
    bot.post(members, "{\"bot\":" + Client.BOT + ",\"status\":\"administrator\"}");
    bot.post(members, "{\"user\":" + bob + ",\"status\":\"member\"}");
    var sent = send(channel, "\"payload\":\"ord_1\"");
    var path = "/sandbox/chats/" + channel + "/messages?user=";
    assertThat(bot.get(path + bob).json().at("/0/paid_media/paid_media/0/type").asString())
        .isEqualTo("preview");
    assertThat(bot.get(path + ann).json().at("/0/paid_media/paid_media/0/type").asString())
        .isEqualTo("photo");
    assertThat(buy(bob, "\"chat\":" + channel, sent).path("status").asString()).isEqualTo("paid");
    assertThat(bot.get(path + bob).json().at("/0/paid_media")).isEqualTo(sent.at("/paid_media"));
    assertThat(bot.get("/sandbox/chats/" + channel).json().path("stars").asLong()).isEqualTo(30);
    assertThat(bot.ok("getStarTransactions", "{}").path("transactions")).isEmpty();
    bot.says(bob, "done");
    assertThat(bot.updates(0).toString()).doesNotContain("purchased_paid_media");
  }

  @Test
  void who_is_too_poor_sees_nothing() {
    long eve = bot.user("Eve", 29);
    bot.says(eve, "hi");
    assertThat(buy(eve, "\"bot\":" + Client.BOT, send(eve, "")).path("error").asString())
        .isEqualTo("BALANCE_TOO_LOW");
    assertThat(bot.stars(eve)).isEqualTo(29);
  }

  @Test
  void an_item_is_sent_again_by_its_file_id() {
    var sent = send(ann, "");
    var id = sent.at("/paid_media/paid_media/1/video/file_id");
    var again =
        bot.ok(
            "sendPaidMedia",
            "{\"chat_id\":%d,\"star_count\":1,\"media\":[{\"type\":\"video\",\"media\":%s}]}"
                .formatted(ann, id));
    assertThat(again.at("/paid_media/paid_media/0/video/file_id")).isEqualTo(id);
    assertThat(buy(ann, "\"bot\":" + Client.BOT, sent).path("status").asString()).isEqualTo("paid");
    assertThat(mine().at("/paid_media/paid_media/0/type").asString()).isEqualTo("preview");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"star_count\":1' | parameter \"media\" is required",
        "'\"star_count\":1,\"media\":\"[\"' | can't parse paid media JSON object",
        "'\"star_count\":1,\"media\":{}' | expected an Array of InputPaidMedia",
        "'\"star_count\":1,\"media\":[1]' | can't parse InputPaidMedia: expected an Object",
        "'\"star_count\":1,\"media\":[{\"type\":\"photo\"}]' | can't parse InputPaidMedia: media not found",
        "'\"star_count\":1,\"media\":[{\"type\":\"gif\",\"media\":\"x\"}]' | can't parse InputPaidMedia: type \"gif\" is unsupported",
        "'\"star_count\":1,\"media\":[{\"type\":\"photo\",\"media\":\"x\"}]' | wrong file identifier/HTTP URL specified",
        "'\"star_count\":1,\"media\":[]' | invalid number of paid media specified",
        "'\"star_count\":1,\"media\":[ELEVEN]' | invalid number of paid media specified",
        "'\"star_count\":0,\"media\":[PHOTO]' | invalid media price specified",
        "'\"star_count\":1000001,\"media\":[PHOTO]' | invalid media price specified",
        "'\"star_count\":25001,\"media\":[PHOTO]' | EXTENDED_MEDIA_AMOUNT_INVALID",
      })
  void a_wrong_call_is_refused(String parameters, String words) {
    var eleven = Collections.nCopies(11, PHOTO).stream().collect(Collectors.joining(","));
    var filled = parameters.replace("ELEVEN", eleven).replace("PHOTO", PHOTO);
    assertThat(bot.call("sendPaidMedia", "{\"chat_id\":" + ann + "," + filled + "}").description())
        .isEqualTo("Bad Request: " + words);
  }

  private JsonNode send(long chat, String more) {
    return bot.ok(
        "sendPaidMedia",
        "{\"chat_id\":%d,\"star_count\":30,\"media\":[%s,%s]%s}"
            .formatted(chat, PHOTO, VIDEO, more.isEmpty() ? "" : "," + more));
  }

  private JsonNode buy(long user, String where, JsonNode message) {
    return bot.post(
            "/sandbox/users/" + user + "/payments",
            "{" + where + ",\"message_id\":" + message.path("message_id") + "}")
        .json();
  }

  private JsonNode mine() {
    var all = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json();
    return all.path(all.size() - 1);
  }
}
