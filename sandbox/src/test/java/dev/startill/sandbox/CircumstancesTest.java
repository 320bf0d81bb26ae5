package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how a message is to appear: done, or refused, but never passed over. */
class CircumstancesTest extends ShopTest {
  private static final String NOT_HERE = "Not Implemented: the sandbox does not emulate %s yet";

  private int before;

  @BeforeEach
  void open() {
    before = shop.chat().size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "message_thread_id | 77",
        "message_thread_id | '77'",
        "direct_messages_topic_id | 5",
        "message_effect_id | '5104841245755180586'",
        "suggested_post_parameters | {'price':{'currency':'XTR','amount':5}}",
      })
  void what_leads_a_message_elsewhere_is_not_implemented(String name, String value) {
    assertRefused("sendMessage", "'text':'a','" + name + "':" + value, NOT_HERE.formatted(name));
    assertThat(shop.chat()).hasSize(before);
  }

  @Test
  void albums_copies_and_forwards_are_asked_too() {
    var words = NOT_HERE.formatted("message_thread_id");
    var topic = ",'message_thread_id':7";
    assertRefused("sendMediaGroup", "'media':[]" + topic, words);
    var from = "'from_chat_id':" + shop.buyer + ",'message_id':1,'message_ids':[1]" + topic;
    for (var method :
        new String[] {"copyMessage", "copyMessages", "forwardMessage", "forwardMessages"}) {
      assertRefused(method, from, words);
    }
    assertRefused("sendChatAction", "'action':'typing'" + topic, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'message_thread_id':0",
        "'message_thread_id':''",
        "'direct_messages_topic_id':0",
        "'message_effect_id':''",
        "'business_connection_id':''",
        "'suggested_post_parameters':''",
        "'reply_parameters':''",
        "'reply_parameters':{}",
        "'reply_parameters':{'message_id':0}",
        "'reply_parameters':{'message_id':1,'quote':'','quote_position':0}",
        "'disable_notification':true",
        "'link_preview_options':{'is_disabled':true}",
      })
  void defaults_sounds_and_previews_are_fine(String more) {
    assertThat(shop.sends("sendMessage", "'text':'a'," + more).path("text").asString())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'garbage' | can't parse reply parameters JSON object",
        "5 | object expected as reply parameters",
        "null | object expected as reply parameters",
        "{'chat_id':1} | can't find field \"message_id\"",
        "{'message_id':'x'} | field \"message_id\" must be a valid Number",
        "{'message_id':1,'allow_sending_without_reply':1} | field \"allow_sending_without_reply\" must be of type Boolean",
        "{'message_id':9} | message to be replied not found",
        "{'message_id':1,'chat_id':999} | chat not found",
      })
  void what_it_answers_must_be_readable_and_there(String value, String words) {
    assertRefused("sendMessage", "'text':'a','reply_parameters':" + value, "Bad Request: " + words);
  }

  @Test
  void answers_across_chats_and_quotes_are_not_implemented() {
    long bob = shop.bot.user("Bob", 0);
    shop.bot.says(bob, "/start");
    var other = "'text':'a','reply_parameters':{'message_id':1,'chat_id':" + bob + "}";
    assertRefused("sendMessage", other, NOT_HERE.formatted("reply_parameters.chat_id"));
    var quote = "'text':'a','reply_parameters':{'message_id':1,'quote':'start'}";
    assertRefused("sendMessage", quote, NOT_HERE.formatted("reply_parameters.quote"));
  }

  @Test
  void a_chat_that_is_named_again_is_no_other() {
    var first = shop.chat().at("/0/message_id");
    var same = "{'message_id':" + first + ",'chat_id':'" + shop.buyer + "'}";
    assertThat(
            shop.sends("sendMessage", "'text':'a','reply_parameters':" + same)
                .at("/reply_to_message/message_id"))
        .isEqualTo(first);
  }

  @Test
  void a_bot_speaks_for_no_business_account() {
    var message = shop.sends("sendMessage", "'text':'a'").path("message_id");
    var id =
        shop.bot
            .post("/sandbox/users/" + shop.buyer + "/business", "{\"bot\":" + Client.BOT + "}")
            .json()
            .path("id")
            .asString();
    for (var method :
        new String[] {"sendMessage", "editMessageText", "pinChatMessage", "sendChatAction"}) {
      var call = "'text':'b','action':'typing','message_id':" + message;
      assertRefused(
          method,
          call + ",'business_connection_id':'none'",
          "Bad Request: business connection not found");
      assertRefused(
          method,
          call + ",'business_connection_id':'" + id + "'",
          NOT_HERE.formatted("business_connection_id"));
    }
    assertThat(shop.last().path("text").asString()).isEqualTo("a");
  }

  private void assertRefused(String method, String parameters, String words) {
    assertThat(shop.refusal(method, parameters)).isEqualTo(words);
  }
}
