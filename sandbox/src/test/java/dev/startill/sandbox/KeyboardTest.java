package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buttons: below a message, and in place of the user's letters. */
class KeyboardTest extends ShopTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'url':'https://Shop.example' | \"url\":\"https://shop.example/\"",
        "'url':'shop.example/a?b#c' | \"url\":\"http://shop.example/a?b#c\"",
        "'url':'tg://user?id=5' | \"url\":\"tg://user?id=5\"",
        "'url':'','callback_data':'d' | \"callback_data\":\"d\"",
        "'callback_data':'d','style':'danger' | \"style\":\"danger\",\"callback_data\":\"d\"",
        "'callback_data':7 | \"callback_data\":\"7\"",
        "'web_app':{'url':'https://shop.example/app'} | \"web_app\":{\"url\":\"https://shop.example/app\"}",
        "'login_url':{'url':'https://shop.example/in'} | \"url\":\"https://shop.example/in\"",
        "'switch_inline_query':'' | \"switch_inline_query\":\"\"",
        "'switch_inline_query_current_chat':'q' | \"switch_inline_query_current_chat\":\"q\"",
        "'copy_text':{'text':'CODE'} | \"copy_text\":{\"text\":\"CODE\"}",
      })
  void an_inline_button_means_one_thing(String button, String shown) {
    var sent = shop.sends("sendMessage", inline("{'text':'B'," + button + "}"));
    assertThat(sent.path("reply_markup").toString())
        .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"B\"," + shown + "}]]}");
    assertThat(shop.last()).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        "{} | can't parse inline keyboard button: Can't find field \"text\"",
        "{'text':[]} | can't parse inline keyboard button: Field \"text\" must be of type String",
        "{'text':'B'} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        "{'text':'B','url':''} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        "{'text':'B','url':'http://localhost:80'} | inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL",
        "{'text':'B','url':'ftp://a.example'} | inline keyboard button URL 'ftp://a.example' is invalid: Unsupported URL protocol",
        "{'text':'B','url':'https://'} | inline keyboard button URL 'https://' is invalid: URL host is empty",
        "{'text':'B','url':'https://a.example:x'} | inline keyboard button URL 'https://a.example:x' is invalid: Wrong port number specified in the URL",
        "{'text':'B','web_app':{'url':'http://a.example'}} | inline keyboard button Web App URL 'http://a.example' is invalid: Only HTTPS links are allowed",
        "{'text':'B','web_app':1} | can't parse inline keyboard button: Field \"web_app\" must be of type Object",
        "{'text':'B','web_app':{}} | can't parse inline keyboard button: Can't find field \"url\"",
        "{'text':'B','copy_text':{'text':''}} | BUTTON_COPY_TEXT_INVALID",
        "{'text':'B','callback_data':'1234567890123456789012345678901234567890123456789012345678901234x'} | BUTTON_DATA_INVALID",
        "{'text':'B','callback_data':'a','style':'loud'} | can't parse inline keyboard button: invalid button style specified",
        "{'text':'B','pay':true} | BUTTON_TYPE_INVALID",
      })
  void an_inline_button_that_is_none_is_refused(String button, String words) {
    assertThat(shop.refusal("sendMessage", inline(button))).isEqualTo("Bad Request: " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'{' | can't parse reply keyboard markup JSON object",
        "[] | object expected as reply markup",
        "{'keyboard':1} | field \"keyboard\" must be of type Array",
        "{'keyboard':[1]} | field \"keyboard\" must be an Array of Arrays",
        "{'keyboard':[[1]]} | can't parse keyboard button: KeyboardButton must be a String or an Object",
        "{'keyboard':[[{}]]} | can't parse keyboard button: Can't find field \"text\"",
        "{'keyboard':[[{'text':'a','request_contact':1}]]} | can't parse keyboard button: Field \"request_contact\" must be of type Boolean",
        "{'inline_keyboard':null} | field \"inline_keyboard\" must be of type Array",
        "{'inline_keyboard':[1]} | field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        "{'remove_keyboard':'yes'} | field \"remove_keyboard\" must be of type Boolean",
      })
  void a_markup_that_is_none_is_refused(String markup, String words) {
    assertThat(shop.refusal("sendMessage", "'text':'a','reply_markup':" + markup))
        .isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_reply_keyboard_is_the_users_until_it_is_removed() {
    var sent =
        shop.sends(
            "sendMessage",
            "'text':'a','reply_markup':{'keyboard':[['Buy',{'text':'Phone','request_contact':true}]],"
                + "'resize_keyboard':true,'one_time_keyboard':true,'input_field_placeholder':'?'}");
    assertThat(sent.has("reply_markup")).isFalse();
    var shown =
        "{\"keyboard\":[[{\"text\":\"Buy\"},{\"text\":\"Phone\",\"request_contact\":true}]],"
            + "\"resize_keyboard\":true,\"one_time_keyboard\":true,"
            + "\"input_field_placeholder\":\"?\"}";
    assertThat(shop.last().path("reply_markup").toString()).isEqualTo(shown);
    shop.sends("sendMessage", inline("{'text':'B','callback_data':'d'}"));
    assertThat(keyboard()).isEqualTo(shown);
    shop.sends("sendMessage", "'text':'a','reply_markup':{'force_reply':true,'selective':true}");
    assertThat(keyboard()).isEqualTo("{\"force_reply\":true,\"selective\":true}");
    shop.sends("sendMessage", "'text':'a','reply_markup':{'remove_keyboard':true}");
    assertThat(keyboard()).isEqualTo("{}");
  }

  @Test
  void an_edited_message_has_inline_buttons_or_none() {
    var sent = shop.sends("sendMessage", "'text':'a'");
    assertThat(
            shop.refusal(
                "editMessageText",
                "'message_id':"
                    + sent.path("message_id")
                    + ",'text':'b','reply_markup':{'keyboard':[['A']]}"))
        .isEqualTo("Bad Request: inline keyboard expected");
  }

  private String keyboard() {
    return shop.bot
        .get("/sandbox/users/" + shop.buyer + "/keyboard?bot=" + Client.BOT)
        .json()
        .toString();
  }

  private static String inline(String button) {
    return "'text':'a','reply_markup':{'inline_keyboard':[[" + button + "],[]]}";
  }
}
