package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What bots write: text with formatting, files, buttons, commands. */
class MessageTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
    bot.says(ann, "/start deep_link");
  }

  @Test
  void a_users_command_is_marked_as_one() {
    var message = bot.next("message");
    assertThat(message.path("text").asString()).isEqualTo("/start deep_link");
    assertThat(message.path("entities").toString())
        .isEqualTo("[{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}]");
    assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
    assertThat(message.path("from").path("is_bot").asBoolean()).isFalse();
  }

  static Stream<Arguments> formatted() {
    return Stream.of(
        Arguments.of(
            "HTML",
            "<b>Hi</b> &lt;Ann&gt; &#x1F600;",
            "Hi <Ann> 😀",
            "[{\"offset\":0,\"length\":2,\"type\":\"bold\"}]"),
        Arguments.of(
            "html",
            "<a href='https://x.example/?a=1'>there</a>",
            "there",
            "[{\"offset\":0,\"length\":5,\"type\":\"text_link\",\"url\":\"https://x.example/?a=1\"}]"),
        Arguments.of(
            "MarkdownV2",
            "*a* \\\\* _b_ `c*`",
            "a * b c*",
            "[{\"offset\":0,\"length\":1,\"type\":\"bold\"},"
                + "{\"offset\":4,\"length\":1,\"type\":\"italic\"},"
                + "{\"offset\":6,\"length\":2,\"type\":\"code\"}]"),
        Arguments.of(
            "Markdown",
            "[x](https://x.example)",
            "x",
            "[{\"offset\":0,\"length\":1,\"type\":\"text_link\",\"url\":\"https://x.example\"}]"));
  }

  @ParameterizedTest
  @MethodSource("formatted")
  void a_parse_mode_becomes_entities(String mode, String source, String text, String entities) {
    var message =
        bot.ok("sendMessage", to("\"parse_mode\":\"" + mode + "\",\"text\":\"" + source + "\""));
    assertThat(message.path("text").asString()).isEqualTo(text);
    assertThat(message.path("entities").toString()).isEqualTo(entities);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"text\":\"\"' | message text is empty",
        "'\"text\":\"a\",\"parse_mode\":\"rtf\"' | unsupported parse_mode",
        "'\"text\":\"<b>a\",\"parse_mode\":\"HTML\"' | can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        "'\"text\":\"<q>a\",\"parse_mode\":\"HTML\"' | can't parse entities: Unsupported start tag \"q\" at byte offset 0",
        "'\"text\":\"*a\",\"parse_mode\":\"MarkdownV2\"' | can't parse entities: Can't find end of the entity starting at byte offset 0",
        "'\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\"}]]}' | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      })
  void a_bad_message_is_refused(String parameters, String words) {
    assertThat(bot.call("sendMessage", to(parameters)).description())
        .isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_text_of_4096_characters_is_the_longest() {
    bot.ok("sendMessage", to("\"text\":\"" + "😀".repeat(4096) + "\""));
    assertThat(bot.call("sendMessage", to("\"text\":\"" + "x".repeat(4097) + "\"")).description())
        .isEqualTo("Bad Request: message is too long");
  }

  @Test
  void an_inline_keyboard_is_shown_pressed_and_answered() {
    var sent =
        bot.ok(
            "sendMessage",
            to(
                "\"text\":\"Choose\",\"reply_markup\":"
                    + "{\"inline_keyboard\":[[{\"text\":\"One\",\"callback_data\":\"1\"}]]}"));
    assertThat(sent.at("/reply_markup/inline_keyboard/0/0/callback_data").asString())
        .isEqualTo("1");
    var pressed =
        bot.postLater(
            "/sandbox/users/" + ann + "/callbacks",
            "{\"bot\":\"@shop_123456789_bot\",\"data\":\"1\",\"message_id\":"
                + sent.path("message_id")
                + "}");
    var query = bot.next("callback_query");
    assertThat(query.path("data").asString()).isEqualTo("1");
    assertThat(query.path("from").path("id").asLong()).isEqualTo(ann);
    assertThat(query.path("message").path("message_id")).isEqualTo(sent.path("message_id"));
    var answer =
        "{\"callback_query_id\":%s,\"text\":\"Done\",\"show_alert\":true}"
            .formatted(query.path("id"));
    bot.ok("answerCallbackQuery", answer);
    assertThat(pressed.join().json().toString())
        .isEqualTo("{\"text\":\"Done\",\"show_alert\":true}");
    assertThat(bot.call("answerCallbackQuery", answer).status()).isEqualTo(400);
  }

  @Test
  void a_document_is_uploaded_sent_again_by_its_id_and_downloaded() {
    var body =
        "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
            + ann
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"guide.txt\""
            + "\r\nContent-Type: text/plain\r\n\r\nline one\r\n--not the end\r\n--b--\r\n";
    var sent =
        bot.send(
                bot.post(
                    "/bot" + Client.TOKEN + "/sendDocument",
                    "multipart/form-data; boundary=b",
                    body))
            .result();
    var document = sent.path("document");
    assertThat(document.path("file_name").asString()).isEqualTo("guide.txt");
    assertThat(document.path("mime_type").asString()).isEqualTo("text/plain");
    var id = document.path("file_id").asString();
    assertThat(bot.get("/sandbox/files/" + id).http().body())
        .isEqualTo("line one\r\n--not the end");
    var again = bot.ok("sendDocument", to("\"document\":\"" + id + "\",\"caption\":\"Yours\""));
    assertThat(again.path("document")).isEqualTo(document);
    assertThat(again.path("caption").asString()).isEqualTo("Yours");
    assertThat(bot.call("sendDocument", to("\"document\":\"nothing\"")).description())
        .isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
    assertThat(bot.call("sendDocument", to("\"caption\":\"x\"")).description())
        .isEqualTo("Bad Request: there is no document in the request");
  }

  @Test
  void a_document_by_address_keeps_its_address() {
    var sent = bot.ok("sendDocument", to("\"document\":\"https://shop.example/guide.pdf\""));
    assertThat(sent.path("document").path("file_name").asString())
        .isEqualTo("https://shop.example/guide.pdf");
    assertThat(bot.ok("sendPhoto", to("\"photo\":\"https://x.example/a.png\"")).has("photo"))
        .isTrue();
  }

  @Test
  void a_message_is_edited_and_deleted() {
    var sent = bot.ok("sendMessage", to("\"text\":\"one\""));
    var which = "\"message_id\":" + sent.path("message_id");
    var edited = bot.ok("editMessageText", to(which + ",\"text\":\"two\""));
    assertThat(edited.path("text").asString()).isEqualTo("two");
    assertThat(edited.has("edit_date")).isTrue();
    assertThat(bot.call("editMessageText", to(which + ",\"text\":\"two\"")).description())
        .startsWith("Bad Request: message is not modified");
    bot.ok("deleteMessage", to(which));
    assertThat(bot.call("deleteMessage", to(which)).description())
        .isEqualTo("Bad Request: message to delete not found");
  }

  @Test
  void commands_are_set_shown_and_deleted() {
    bot.ok(
        "setMyCommands", "{\"commands\":[{\"command\":\"buy\",\"description\":\"Buy a guide\"}]}");
    var expected = "[{\"command\":\"buy\",\"description\":\"Buy a guide\"}]";
    assertThat(bot.ok("getMyCommands", "{}").toString()).isEqualTo(expected);
    assertThat(bot.get("/sandbox/bots/" + Client.BOT).json().path("commands").toString())
        .isEqualTo(expected);
    assertThat(
            bot.call(
                    "setMyCommands",
                    "{\"commands\":[{\"command\":\"Buy it\",\"description\":\"x\"}]}")
                .description())
        .isEqualTo("Bad Request: BOT_COMMAND_INVALID");
    bot.ok("deleteMyCommands", "{}");
    assertThat(bot.ok("getMyCommands", "{}")).isEmpty();
  }

  private String to(String parameters) {
    return "{\"chat_id\":" + ann + "," + parameters + "}";
  }
}
