package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bot changes and takes away, and what it may not. */
class EditTest extends ShopTest {
  private static final String KEYS =
      "'reply_markup':{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}";

  @Test
  void a_caption_is_edited_and_the_file_stays() {
    var sent = shop.sends("sendPhoto", "'photo':'https://a.example','caption':'one'," + KEYS);
    var edited = shop.sends("editMessageCaption", of(sent) + ",'caption':'two'");
    assertThat(edited.path("caption").asString()).isEqualTo("two");
    assertThat(edited.path("photo")).isEqualTo(sent.path("photo"));
    assertThat(edited.has("reply_markup")).isFalse();
    assertThat(edited.path("edit_date").asLong()).isPositive();
    assertThat(shop.last()).isEqualTo(edited);
    assertThat(shop.refusal("editMessageCaption", of(sent) + ",'caption':'two'"))
        .startsWith("Bad Request: message is not modified");
    assertThat(shop.sends("editMessageCaption", of(sent)).has("caption")).isFalse();
  }

  @Test
  void a_file_is_replaced_by_another() {
    var sent = shop.sends("sendPhoto", "'photo':'https://a.example','caption':'one'");
    var media = ",'media':{'type':'video','media':'https://b.example','caption':'two'}";
    var edited = shop.sends("editMessageMedia", of(sent) + media);
    assertThat(edited.has("photo")).isFalse();
    assertThat(edited.has("video")).isTrue();
    assertThat(edited.path("caption").asString()).isEqualTo("two");
    var text = shop.sends("sendMessage", "'text':'words'");
    assertThat(shop.refusal("editMessageMedia", of(text) + media))
        .isEqualTo("Bad Request: message media can't be edited");
    assertThat(shop.refusal("editMessageMedia", of(sent)))
        .isEqualTo("Bad Request: parameter \"media\" is required");
  }

  @Test
  void an_albums_audio_stays_audio() {
    var item = "{'type':'audio','media':'https://a.example'}";
    var album = shop.sends("sendMediaGroup", "'media':[" + item + "," + item + "]");
    var media = ",'media':{'type':'photo','media':'https://b.example'}";
    assertThat(shop.refusal("editMessageMedia", of(album.get(0)) + media))
        .isEqualTo("Bad Request: can't change media type in the album");
  }

  @Test
  void buttons_come_and_go_without_the_words() {
    var sent = shop.sends("sendMessage", "'text':'words'");
    var edited = shop.sends("editMessageReplyMarkup", of(sent) + "," + KEYS);
    assertThat(edited.at("/reply_markup/inline_keyboard/0/0/text").asString()).isEqualTo("A");
    assertThat(edited.path("text").asString()).isEqualTo("words");
    assertThat(shop.sends("editMessageReplyMarkup", of(sent)).has("reply_markup")).isFalse();
    assertThat(shop.refusal("editMessageReplyMarkup", of(sent)))
        .startsWith("Bad Request: message is not modified");
  }

  @Test
  void an_invoice_keeps_its_pay_button() {
    var sent =
        shop.bot.ok(
            "sendInvoice",
            shop.to(Client.invoice("p", 5).strip().substring(1).replaceAll("}$", "")));
    assertThat(shop.refusal("editMessageReplyMarkup", of(sent) + "," + KEYS))
        .isEqualTo("Bad Request: REPLY_MARKUP_BUY_EMPTY");
    var pay = "'reply_markup':{'inline_keyboard':[[{'text':'Now','pay':true}]]}";
    assertThat(
            shop.sends("editMessageReplyMarkup", of(sent) + "," + pay)
                .at("/reply_markup/inline_keyboard/0/0/text")
                .asString())
        .isEqualTo("Now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "editMessageText | 'text':'' | message text is empty",
        "editMessageText | 'text':'a','message_id':99999 | message to edit not found",
        "editMessageCaption | 'caption':'a','message_id':99999 | message to edit not found",
        "editMessageReplyMarkup | 'message_id':0 | message to edit not found",
        "deleteMessage | 'message_id':99999 | message to delete not found",
        "deleteMessage | 'x':1 | message identifier is not specified",
        "deleteMessages | 'x':1 | message identifiers are not specified",
        "deleteMessages | 'message_ids':[] | message identifiers are not specified",
        "deleteMessages | 'message_ids':'[' | can't parse message_ids JSON object",
        "deleteMessages | 'message_ids':1 | expected an Array of message identifiers",
        "deleteMessages | 'message_ids':[true] | message identifier must be a Number",
        "deleteMessages | 'message_ids':['x'] | can't parse message identifier as a Number",
        "deleteMessages | 'message_ids':[0] | invalid message identifier specified",
      })
  void what_is_not_there_is_neither_edited_nor_deleted(
      String method, String parameters, String words) {
    assertThat(shop.refusal(method, parameters)).isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_message_needs_a_name() {
    assertThat(shop.bot.call("editMessageText", "{\"text\":\"a\"}").description())
        .isEqualTo("Bad Request: message identifier is not specified");
    assertThat(shop.bot.call("deleteMessage", "{\"message_id\":1}").description())
        .isEqualTo("Bad Request: chat identifier is not specified");
    assertThat(
            shop.bot
                .call("editMessageText", "{\"text\":\"a\",\"inline_message_id\":\"nonsense\"}")
                .description())
        .isEqualTo("Bad Request: invalid inline message identifier specified");
  }

  @Test
  void only_the_right_kind_of_message_is_edited() {
    var theirs = shop.bot.says(shop.buyer, "mine");
    var photo = shop.sends("sendPhoto", "'photo':'https://a.example'");
    var sticker = shop.sends("sendSticker", "'sticker':'https://a.example'");
    var keyboard = shop.sends("sendMessage", "'text':'a','reply_markup':{'keyboard':[['A']]}");
    assertThat(shop.refusal("editMessageText", of(theirs) + ",'text':'x'"))
        .isEqualTo("Bad Request: message can't be edited");
    assertThat(shop.refusal("editMessageText", of(photo) + ",'text':'x'"))
        .isEqualTo("Bad Request: there is no text in the message to edit");
    assertThat(shop.refusal("editMessageCaption", of(sticker) + ",'caption':'x'"))
        .isEqualTo("Bad Request: there is no caption in the message to edit");
    assertThat(shop.refusal("editMessageText", of(keyboard) + ",'text':'x'"))
        .isEqualTo("Bad Request: message can't be edited");
  }

  @Test
  void a_bot_deletes_both_sides_of_a_private_chat_for_two_days() {
    var theirs = shop.bot.says(shop.buyer, "mine");
    var own = shop.sends("sendMessage", "'text':'a'");
    var kept = shop.sends("sendMessage", "'text':'b'");
    var ids = "'message_ids':[" + theirs.path("message_id") + "," + own.path("message_id");
    shop.bot.ok("deleteMessages", shop.to(ids + ",'77777']"));
    assertThat(shop.last()).isEqualTo(kept);
    assertThat(shop.chat()).hasSize(2);
    sandbox.clock().advance(Duration.ofHours(49));
    assertThat(shop.refusal("deleteMessage", of(kept)))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
    assertThat(shop.refusal("deleteMessages", "'message_ids':[" + kept.path("message_id") + "]"))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
    assertThat(shop.chat()).hasSize(2);
  }

  private static String of(tools.jackson.databind.JsonNode message) {
    return "'message_id':" + message.path("message_id");
  }
}
