package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Inline mode: a question from any chat, answers, and what is posted. */
class InlineTest extends ShopTest {
  private static final String ARTICLE =
      "{'type':'article','id':'1','title':'T','input_message_content':{'message_text':'words'}}";
  private static final String INVOICE =
      "{'type':'article','id':'i','title':'Guide','input_message_content':{'title':'Guide',"
          + "'description':'A guide','payload':'inl','currency':'XTR',"
          + "'prices':[{'label':'Guide','amount':7}]}}";

  private long bob;

  @BeforeEach
  void open() {
    bob = shop.bot.user("Bob", 100);
    var flags = "\"supports_inline_queries\":true,\"inline_feedback\":true}";
    shop.bot.post("/sandbox/bots", "{\"token\":\"" + Client.TOKEN + "\"," + flags);
  }

  @Test
  void an_answer_is_listed_chosen_and_edited() {
    assertThat(shop.bot.ok("getMe", "{}").path("supports_inline_queries").asBoolean()).isTrue();
    var keys = "'reply_markup':{'inline_keyboard':[[{'text':'B','callback_data':'d'}]]}";
    var answer = answers(ARTICLE.replace("}}", "}," + keys + "}"), ",'next_offset':'2'");
    assertThat(answer.at("/results/0/title").asString()).isEqualTo("T");
    assertThat(answer.path("next_offset").asString()).isEqualTo("2");
    var posted = choose(answer, "1", "{\"user\":" + bob + ",\"bot\":" + Client.BOT + "}").json();
    assertThat(posted.path("text").asString()).isEqualTo("words");
    assertThat(posted.at("/via_bot/id").asLong()).isEqualTo(Client.BOT);
    var chosen = shop.bot.next("chosen_inline_result");
    assertThat(chosen.path("result_id").asString()).isEqualTo("1");
    assertThat(chosen.path("query").asString()).isEqualTo("gu");
    var id = chosen.path("inline_message_id");
    assertThat(
            shop.bot
                .ok("editMessageText", "{\"inline_message_id\":" + id + ",\"text\":\"new\"}")
                .asBoolean())
        .isTrue();
    var chat = shop.bot.get("/sandbox/users/" + bob + "/messages?bot=" + Client.BOT).json();
    assertThat(chat.get(chat.size() - 1).path("text").asString()).isEqualTo("new");
  }

  @Test
  void a_button_below_it_tells_the_inline_message() {
    var keys = "'reply_markup':{'inline_keyboard':[[{'text':'B','callback_data':'d'}]]}";
    var answer = answers(ARTICLE.replace("}}", "}," + keys + "}"), "");
    var posted = choose(answer, "1", "{\"user\":" + bob + ",\"bot\":" + Client.BOT + "}").json();
    var pressing =
        shop.bot.postLater(
            "/sandbox/users/" + bob + "/callbacks",
            "{\"bot\":"
                + Client.BOT
                + ",\"data\":\"d\",\"message_id\":"
                + posted.path("message_id")
                + "}");
    var query = shop.bot.next("callback_query");
    assertThat(query.has("inline_message_id")).isTrue();
    assertThat(query.has("message")).isFalse();
    shop.bot.ok("answerCallbackQuery", "{\"callback_query_id\":" + query.path("id") + "}");
    assertThat(pressing.join().status()).isEqualTo(200);
  }

  @Test
  void an_invoice_is_paid_by_whoever_sees_it() {
    var answer = answers(INVOICE, "");
    var posted = choose(answer, "i", "{\"user\":" + bob + ",\"bot\":" + Client.BOT + "}").json();
    assertThat(posted.at("/invoice/total_amount").asInt()).isEqualTo(7);
    assertThat(posted.at("/reply_markup/inline_keyboard/0/0/pay").asBoolean()).isTrue();
    var paying =
        shop.bot.postLater(
            "/sandbox/users/" + bob + "/payments",
            "{\"bot\":" + Client.BOT + ",\"message_id\":" + posted.path("message_id") + "}");
    var asked = shop.bot.next("pre_checkout_query");
    assertThat(asked.path("invoice_payload").asString()).isEqualTo("inl");
    shop.bot.ok(
        "answerPreCheckoutQuery",
        "{\"ok\":true,\"pre_checkout_query_id\":" + asked.path("id") + "}");
    assertThat(paying.join().json().path("status").asString()).isEqualTo("paid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'[' | can't parse JSON encoded inline query results",
        "{} | expected an Array of inline query results",
        "[1] | can't parse inline query result: Inline query result must be an object",
        "[{}] | can't parse inline query result: Can't find field \"type\"",
        "[{'type':'article'}] | can't parse inline query result: Can't find field \"id\"",
        "[{'type':'article','id':'1'}] | can't parse inline query result: Can't find field \"message_text\"",
        "[{'type':'article','id':'1','title':'a','input_message_content':{}}] | can't parse inline query result: Input message content is not specified",
        "[{'type':'article','id':'1','input_message_content':{'message_text':'a'}}] | can't parse inline query result: Can't find field \"title\"",
        "[{'type':'weather','id':'1'}] | can't parse inline query result: type \"weather\" is unsupported for the inline query result",
        "[{'type':'photo','id':'1'}] | can't parse inline query result: Can't find field \"photo_file_id\"",
        "[{'type':'article','id':'1','title':'a','input_message_content':{'payload':'p'}}] | can't parse inline query result: Can't find field \"title\"",
        "[{'type':'article','id':'','title':'a','message_text':'b'}] | RESULT_ID_INVALID",
        "[{'type':'article','id':'1','title':'a','message_text':'b'},{'type':'article','id':'1','title':'a','message_text':'b'}] | RESULT_ID_DUPLICATE",
      })
  void results_that_are_none_are_refused(String results, String words) {
    var body = "{'inline_query_id':'1','results':" + results + "}";
    assertThat(shop.bot.call("answerInlineQuery", body.replace('\'', '"')).description())
        .isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_question_is_answered_once_and_in_time() {
    var asked = ask();
    var id = shop.bot.next("inline_query").path("id");
    sandbox.clock().advance(Duration.ofSeconds(151));
    var body = ("{'inline_query_id':" + id + ",'results':[" + ARTICLE + "]}").replace('\'', '"');
    assertThat(shop.bot.call("answerInlineQuery", body).description())
        .isEqualTo(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");
    asked.cancel(true);
  }

  @Test
  void a_bot_without_inline_mode_is_not_asked() {
    shop.bot.post(
        "/sandbox/bots", "{\"token\":\"" + Client.TOKEN + "\",\"supports_inline_queries\":false}");
    assertThat(ask().join().status()).isEqualTo(400);
  }

  private CompletableFuture<Client.Answer> ask() {
    return shop.bot.postLater(
        "/sandbox/users/" + shop.buyer + "/inline",
        "{\"bot\":" + Client.BOT + ",\"query\":\"gu\"}");
  }

  private JsonNode answers(String result, String more) {
    var asked = ask();
    var query = shop.bot.next("inline_query");
    assertThat(query.path("query").asString()).isEqualTo("gu");
    assertThat(query.at("/from/id").asLong()).isEqualTo(shop.buyer);
    var body =
        "{'inline_query_id':" + query.path("id") + ",'results':[" + result + "]" + more + "}";
    shop.bot.ok("answerInlineQuery", body.replace('\'', '"'));
    return asked.join().json();
  }

  private Client.Answer choose(JsonNode answer, String result, String to) {
    return shop.bot.post(
        "/sandbox/users/"
            + shop.buyer
            + "/inline/"
            + answer.path("inline_query_id").asString()
            + "/choose",
        "{\"result_id\":\"" + result + "\",\"to\":" + to + "}");
  }
}
