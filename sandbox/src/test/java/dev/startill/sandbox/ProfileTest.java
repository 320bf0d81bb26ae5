package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bots say about themselves, by scope and language, and what of it outlives a restart. */
class ProfileTest {
  @TempDir private Path folder;

  @Test
  void the_narrowest_scope_wins_and_in_it_the_readers_language() {
    try (var sandbox = Sandbox.start()) {
      var bot = new Client(sandbox);
      bot.ok("getMe", "{}");
      var german = "{\"first_name\":\"Eva\",\"language_code\":\"de-AT\"}";
      long eva = bot.post("/sandbox/users", german).json().path("id").asLong();
      assertThat(menu(bot, eva)).isEqualTo("[]");
      set(bot, "all", "");
      assertThat(menu(bot, eva)).contains("all");
      set(bot, "alle", ",'language_code':'de'");
      assertThat(menu(bot, eva)).contains("alle");
      set(bot, "private", ",'scope':{'type':'all_private_chats'}");
      assertThat(menu(bot, eva)).contains("private");
      var own = ",'scope':{'type':'chat','chat_id':" + eva + "}";
      set(bot, "hers", own);
      assertThat(menu(bot, eva)).contains("hers");
      assertThat(bot.ok("getMyCommands", quoted("{'language_code':'de'}")).toString())
          .contains("alle");
      assertThat(bot.ok("getMyCommands", quoted("{'language_code':'fr'}"))).isEmpty();
      bot.ok("deleteMyCommands", quoted("{" + own.substring(1) + "}"));
      assertThat(menu(bot, eva)).contains("private");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'commands':'[' | can't parse commands JSON object",
        "'commands':{} | expected an Array of BotCommand",
        "'commands':[1] | can't parse BotCommand: expected an Object",
        "'commands':[{'command':'a'}] | can't parse BotCommand: Can't find field \"description\"",
        "'commands':[{'command':'/','description':'a'}] | command must be non-empty",
        "'commands':[{'command':'a','description':' '}] | command description must be non-empty",
        "'commands':[{'command':'abcdefghijklmnopqrstuvwxyz0123456','description':'a'}] | command length must not exceed 32",
        "'commands':[],'language_code':'german' | invalid language code specified",
        "'commands':[],'scope':[] | can't parse BotCommandScope: BotCommandScope must be an Object",
        "'commands':[],'scope':{'type':'moon'} | can't parse BotCommandScope: Unsupported type specified",
        "'commands':[],'scope':{'type':'chat'} | can't parse BotCommandScope: Can't find field \"chat_id\"",
        "'commands':[],'scope':{'type':'chat','chat_id':5} | chat not found",
        "'commands':[],'scope':{'type':'chat_member','chat_id':5,'user_id':0} | can't parse BotCommandScope: Invalid user_id specified",
      })
  void commands_that_are_none_are_refused(String parameters, String words) {
    try (var sandbox = Sandbox.start()) {
      assertThat(
              new Client(sandbox)
                  .call("setMyCommands", quoted("{" + parameters + "}"))
                  .description())
          .isEqualTo("Bad Request: " + words);
    }
  }

  @Test
  void what_was_said_pinned_and_kept_outlives_a_restart() {
    long ann;
    String before;
    try (var sandbox = Sandbox.builder().data(folder).start()) {
      var shop = new Shop(sandbox);
      ann = shop.buyer;
      var bot = shop.bot;
      bot.ok("setMyName", quoted("{'name':'Coffee & Co'}"));
      bot.ok("setMyName", quoted("{'name':'Kaffee','language_code':'de'}"));
      bot.ok("setMyDescription", quoted("{'description':'Sells coffee'}"));
      bot.ok("setMyShortDescription", quoted("{'short_description':'Coffee'}"));
      bot.ok(
          "setMyDefaultAdministratorRights",
          quoted("{'rights':{'can_post_messages':true},'for_channels':true}"));
      var photo =
          shop.uploads("sendPhoto", new Shop.Part("photo", "a.png", Shop.png(30, 20))).result();
      var id = "'message_id':" + photo.path("message_id");
      shop.sends("pinChatMessage", id);
      shop.sends("setMessageReaction", id + ",'reaction':[{'type':'emoji','emoji':'🔥'}]");
      shop.sends("sendDice", "'x':1");
      shop.sends("sendMessage", "'text':'a','reply_markup':{'keyboard':[['Buy']]}");
      before = all(bot, ann);
      assertThat(before)
          .contains("Coffee & Co", "Sells coffee", "🔥", "\"Buy\"", "\"dice\"", "pinned_message");
    }
    try (var sandbox = Sandbox.builder().data(folder).start()) {
      var bot = new Client(sandbox);
      assertThat(all(bot, ann)).isEqualTo(before);
      assertThat(bot.ok("getMyName", quoted("{'language_code':'de'}")).path("name").asString())
          .isEqualTo("Kaffee");
      assertThat(bot.ok("getMe", "{}").path("first_name").asString()).isEqualTo("Coffee & Co");
      var rights = bot.ok("getMyDefaultAdministratorRights", "{\"for_channels\":true}");
      assertThat(rights.path("can_post_messages").asBoolean()).isTrue();
    }
  }

  private static String all(Client bot, long user) {
    var sights = new StringBuilder();
    for (var what : new String[] {"messages", "pinned", "keyboard", "about"}) {
      sights.append(bot.get("/sandbox/users/" + user + "/" + what + "?bot=" + Client.BOT).json());
    }
    return sights.toString();
  }

  private static void set(Client bot, String name, String more) {
    bot.ok(
        "setMyCommands",
        quoted("{'commands':[{'command':'" + name + "','description':'d'}]" + more + "}"));
  }

  private static String menu(Client bot, long user) {
    return bot.get("/sandbox/users/" + user + "/commands?bot=" + Client.BOT).json().toString();
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
