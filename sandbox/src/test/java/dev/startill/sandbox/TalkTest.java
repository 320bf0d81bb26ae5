package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people do besides sending words, and what bots do besides answering. */
class TalkTest extends ShopTest {
  @BeforeEach
  void open() {
    shop.bot.next("message");
  }

  @Test
  void a_photo_reaches_the_bot_and_can_be_fetched() {
    var png = Base64.getEncoder().encodeToString(Shop.png(10, 10));
    says("\"photo\":\"" + png + "\",\"caption\":\"/receipt here\"");
    var heard = shop.bot.next("message");
    assertThat(heard.path("caption").asString()).isEqualTo("/receipt here");
    assertThat(heard.at("/caption_entities/0/type").asString()).isEqualTo("bot_command");
    var file = shop.bot.ok("getFile", "{\"file_id\":" + heard.at("/photo/0/file_id") + "}");
    var path = "/file/bot" + Client.TOKEN + "/" + file.path("file_path").asString();
    assertThat(shop.bot.get(path).http().statusCode()).isEqualTo(200);
  }

  @Test
  void a_document_a_place_and_a_telephone_number_reach_the_bot() {
    says("\"document\":\"https://a.example/a.pdf\",\"mime_type\":\"application/pdf\"");
    assertThat(shop.bot.next("message").at("/document/mime_type").asString())
        .isEqualTo("application/pdf");
    says("\"location\":{\"latitude\":52.5,\"longitude\":13.4}");
    assertThat(shop.bot.next("message").path("location").toString())
        .isEqualTo("{\"latitude\":52.5,\"longitude\":13.4}");
    says("\"contact\":true");
    var contact = shop.bot.next("message").path("contact");
    assertThat(contact.path("user_id").asLong()).isEqualTo(shop.buyer);
    assertThat(contact.path("phone_number").asString()).startsWith("+");
  }

  @Test
  void an_answer_names_what_it_answers() {
    var sent = shop.sends("sendMessage", "'text':'Name?','reply_markup':{'force_reply':true}");
    says("\"text\":\"Ann\",\"reply_to\":" + sent.path("message_id"));
    assertThat(shop.bot.next("message").at("/reply_to_message/message_id"))
        .isEqualTo(sent.path("message_id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"x\":1",
        "\"text\":\"\"",
        "\"text\":5",
        "\"photo\":\"%%%\"",
        "\"contact\":{}",
        "\"location\":{\"latitude\":91,\"longitude\":0}",
        "\"location\":{}",
        "\"text\":\"a\\ud800\""
      })
  void what_is_no_message_is_refused(String body) {
    assertThat(post("messages", body).status()).isEqualTo(400);
  }

  @Test
  void who_edits_tells_the_bot() {
    var first = shop.bot.says(shop.buyer, "two");
    var path = "/sandbox/users/" + shop.buyer + "/messages/" + first.path("message_id");
    var body = "{\"bot\":" + Client.BOT + ",\"text\":\"three\"}";
    var edited =
        shop.bot.send(
            HttpRequest.newBuilder(shop.bot.at(path))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    assertThat(edited.status()).isEqualTo(200);
    var heard = shop.bot.next("edited_message");
    assertThat(heard.path("text").asString()).isEqualTo("three");
    assertThat(heard.path("message_id")).isEqualTo(first.path("message_id"));
    assertThat(heard.path("edit_date").asLong()).isPositive();
    var own = shop.sends("sendMessage", "'text':'mine'");
    assertThat(
            shop.bot
                .send(
                    HttpRequest.newBuilder(
                            shop.bot.at(
                                path.replaceAll("\\d+$", own.path("message_id").toString())))
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body)))
                .status())
        .isEqualTo(400);
  }

  @Test
  void typing_is_seen_for_five_seconds_or_until_the_message() {
    shop.sends("sendChatAction", "'action':'Typing'");
    assertThat(sees("typing").path("action").asString()).isEqualTo("typing");
    sandbox.clock().advance(Duration.ofSeconds(6));
    assertThat(sees("typing")).isEmpty();
    shop.sends("sendChatAction", "'action':'upload_document'");
    shop.sends("sendMessage", "'text':'a'");
    assertThat(sees("typing")).isEmpty();
    assertThat(shop.refusal("sendChatAction", "'action':'dancing'"))
        .isEqualTo("Bad Request: wrong parameter action in request");
    assertThat(shop.refusal("sendChatAction", "'x':1"))
        .isEqualTo("Bad Request: wrong parameter action in request");
  }

  @Test
  void a_reaction_is_seen_until_it_is_taken_back() {
    var theirs = shop.bot.says(shop.buyer, "thanks");
    var id = "'message_id':" + theirs.path("message_id");
    shop.sends("setMessageReaction", id + ",'reaction':[{'type':'emoji','emoji':'👍'}]");
    assertThat(shop.last().path("reactions").toString())
        .isEqualTo("[{\"type\":\"emoji\",\"emoji\":\"👍\"}]");
    assertThat(shop.refusal("setMessageReaction", id + ",'reaction':[{'type':'smile'}]"))
        .isEqualTo("Bad Request: can't parse ReactionType: invalid reaction type specified");
    assertThat(shop.refusal("setMessageReaction", id + ",'reaction':5"))
        .isEqualTo("Bad Request: expected an Array of ReactionType");
    assertThat(shop.refusal("setMessageReaction", "'message_id':9999"))
        .isEqualTo("Bad Request: message to react not found");
    shop.sends("setMessageReaction", id);
    assertThat(shop.last().has("reactions")).isFalse();
  }

  @Test
  void a_pinned_message_is_shown_and_said() {
    var sent = shop.sends("sendMessage", "'text':'terms'");
    var id = "'message_id':" + sent.path("message_id");
    shop.sends("pinChatMessage", id);
    assertThat(sees("pinned").at("/0/text").asString()).isEqualTo("terms");
    var said = shop.bot.next("message");
    assertThat(said.at("/pinned_message/text").asString()).isEqualTo("terms");
    assertThat(shop.refusal("pinChatMessage", "'message_id':" + said.path("message_id")))
        .isEqualTo("Bad Request: service messages can't be pinned");
    shop.sends("unpinChatMessage", "'x':1");
    assertThat(sees("pinned")).isEmpty();
    assertThat(shop.refusal("unpinChatMessage", "'x':1"))
        .isEqualTo("Bad Request: message to unpin not found");
    shop.sends("pinChatMessage", id);
    shop.sends("unpinAllChatMessages", "'x':1");
    assertThat(sees("pinned")).isEmpty();
  }

  @Test
  void a_place_a_person_and_a_throw_are_shown() {
    assertThat(shop.sends("sendLocation", "'latitude':1.5,'longitude':'2'").path("location"))
        .isEqualTo(shop.last().path("location"));
    var venue = "'latitude':1,'longitude':2,'title':'Shop','address':'Street 1'";
    assertThat(shop.sends("sendVenue", venue).at("/venue/title").asString()).isEqualTo("Shop");
    assertThat(shop.last().at("/location/latitude").asDouble()).isEqualTo(1);
    var contact = "'phone_number':'+1','first_name':'Shop'";
    assertThat(shop.sends("sendContact", contact).at("/contact/first_name").asString())
        .isEqualTo("Shop");
    var dice = shop.sends("sendDice", "'emoji':'🎰'");
    assertThat(dice.at("/dice/value").asInt()).isBetween(1, 64);
    assertThat(shop.refusal("deleteMessage", "'message_id':" + dice.path("message_id")))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
    assertThat(shop.refusal("sendLocation", "'latitude':1"))
        .isEqualTo("Bad Request: longitude is empty");
    assertThat(shop.refusal("sendLocation", "'latitude':100,'longitude':1"))
        .isEqualTo("Bad Request: invalid location specified");
    assertThat(shop.refusal("sendContact", "'first_name':'a'"))
        .isEqualTo("Bad Request: parameter \"phone_number\" is required");
  }

  @Test
  void everybody_has_a_face() {
    var photos = shop.bot.ok("getUserProfilePhotos", "{\"user_id\":" + shop.buyer + "}");
    assertThat(photos.path("total_count").asInt()).isEqualTo(1);
    var photo = photos.at("/photos/0/0");
    assertThat(shop.bot.ok("getUserProfilePhotos", "{\"user_id\":" + shop.buyer + "}"))
        .isEqualTo(photos);
    var path = shop.bot.ok("getFile", "{\"file_id\":" + photo.path("file_id") + "}");
    assertThat(
            shop.bot
                .get("/file/bot" + Client.TOKEN + "/" + path.path("file_path").asString())
                .http()
                .body())
        .startsWith("\uFFFDPNG");
    assertThat(shop.bot.call("getUserProfilePhotos", "{}").description())
        .isEqualTo("Bad Request: invalid user_id specified");
    assertThat(shop.bot.call("getUserProfilePhotos", "{\"user_id\":5}").description())
        .isEqualTo("Bad Request: user not found");
  }

  private void says(String body) {
    var answer = post("messages", body);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
  }

  private Client.Answer post(String what, String body) {
    return shop.bot.post(
        "/sandbox/users/" + shop.buyer + "/" + what, "{\"bot\":" + Client.BOT + "," + body + "}");
  }

  private JsonNode sees(String what) {
    return shop.bot.get("/sandbox/users/" + shop.buyer + "/" + what + "?bot=" + Client.BOT).json();
  }
}
