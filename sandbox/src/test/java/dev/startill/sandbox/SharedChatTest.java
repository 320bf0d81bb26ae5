package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Channels and groups over HTTP: founding them, who is in them, who hears what. */
class SharedChatTest extends SandboxTest {
  private long ann;
  private long bob;
  private long channel;
  private long group;

  @BeforeEach
  void a_channel_and_a_group_of_ann() {
    ann = bot.user("Ann", 100);
    bob = bot.user("Bob", 100);
    bot.ok("getMe", "{}");
    channel = found("channel", "News", "");
    group = found("supergroup", "Talk", "talk");
  }

  @Test
  void a_bot_is_told_how_it_stands_in_a_chat() {
    stand(channel, "\"bot\":" + Client.BOT, "administrator");
    var update = bot.next("my_chat_member");
    assertThat(update.at("/chat/title").asString()).isEqualTo("News");
    assertThat(update.at("/from/id").asLong()).isEqualTo(ann);
    assertThat(update.at("/old_chat_member/status").asString()).isEqualTo("left");
    assertThat(update.at("/new_chat_member/status").asString()).isEqualTo("administrator");
    assertThat(update.at("/new_chat_member/can_invite_users").asBoolean()).isTrue();
    assertThat(update.at("/new_chat_member").has("can_pin_messages")).isFalse();
    bot.ok("leaveChat", "{\"chat_id\":" + channel + "}");
    assertThat(bot.next("my_chat_member").at("/new_chat_member/status").asString())
        .isEqualTo("left");
    assertThat(bot.call("getChat", "{\"chat_id\":" + channel + "}").description())
        .isEqualTo("Forbidden: bot is not a member of the channel chat");
  }

  @Test
  void only_bots_that_ask_hear_of_other_members() {
    stand(channel, "\"bot\":" + Client.BOT, "administrator");
    bot.ok("getUpdates", "{\"allowed_updates\":[\"chat_member\"]}");
    stand(channel, "\"user\":" + bob, "member");
    var update = bot.next("chat_member");
    assertThat(update.at("/new_chat_member/user/id").asLong()).isEqualTo(bob);
    assertThat(update.at("/new_chat_member/status").asString()).isEqualTo("member");
  }

  @Test
  void a_user_who_blocks_a_bot_and_comes_back_is_noticed() {
    bot.says(bob, "hello");
    bot.post("/sandbox/users/" + bob + "/block", "{\"bot\":" + Client.BOT + "}");
    var blocked = bot.next("my_chat_member");
    assertThat(blocked.at("/chat/type").asString()).isEqualTo("private");
    assertThat(blocked.at("/from/id").asLong()).isEqualTo(bob);
    assertThat(blocked.at("/old_chat_member/status").asString()).isEqualTo("member");
    assertThat(blocked.at("/new_chat_member").toString())
        .endsWith("\"status\":\"kicked\",\"until_date\":0}");
    bot.says(bob, "again");
    assertThat(bot.next("my_chat_member").at("/new_chat_member/status").asString())
        .isEqualTo("member");
  }

  @Test
  void a_group_says_who_comes_and_goes() {
    stand(group, "\"bot\":" + Client.BOT, "member");
    assertThat(bot.next("message").at("/new_chat_members/0/id").asLong()).isEqualTo(Client.BOT);
    stand(group, "\"user\":" + bob, "member");
    assertThat(bot.next("message").at("/new_chat_members/0/id").asLong()).isEqualTo(bob);
    stand(group, "\"user\":" + bob, "left");
    var left = bot.next("message");
    assertThat(left.at("/left_chat_member/id").asLong()).isEqualTo(bob);
    assertThat(left.at("/from/id").asLong()).isEqualTo(bob);
  }

  @ParameterizedTest
  @CsvSource({
    "hello, false",
    "/buy, true",
    "/buy@shop_123456789_bot, true",
    "/buy@another_bot, false",
    "hey @Shop_123456789_bot!, true",
    "mail me at a@shop, false"
  })
  void in_privacy_mode_a_bot_hears_what_is_meant_for_it(String text, boolean heard) {
    stand(group, "\"bot\":" + Client.BOT, "member");
    bot.next("message");
    says(group, ann, text);
    stand(group, "\"user\":" + bob, "member");
    var message = bot.next("message");
    assertThat(message.path("text").asString("").equals(text)).isEqualTo(heard);
  }

  @Test
  void a_bot_hears_answers_to_it_and_an_administrator_hears_all() {
    stand(group, "\"bot\":" + Client.BOT, "member");
    bot.next("message");
    var sent = bot.ok("sendMessage", "{\"chat_id\":\"@talk\",\"text\":\"What do you want?\"}");
    bot.post(
        "/sandbox/chats/" + group + "/messages",
        "{\"user\":%d,\"text\":\"Tea\",\"reply_to_message_id\":%s}"
            .formatted(ann, sent.path("message_id")));
    var answer = bot.next("message");
    assertThat(answer.path("text").asString()).isEqualTo("Tea");
    assertThat(answer.at("/reply_to_message/text").asString()).isEqualTo("What do you want?");
    stand(group, "\"bot\":" + Client.BOT, "administrator");
    says(group, ann, "by the way");
    assertThat(bot.next("message").path("text").asString()).isEqualTo("by the way");
  }

  @Test
  void a_bot_whose_privacy_mode_is_off_hears_all() {
    bot.post(
        "/sandbox/bots",
        "{\"token\":\"" + Client.TOKEN + "\",\"can_read_all_group_messages\":true}");
    assertThat(bot.ok("getMe", "{}").path("can_read_all_group_messages").asBoolean()).isTrue();
    stand(group, "\"bot\":" + Client.BOT, "member");
    bot.next("message");
    says(group, ann, "just so");
    assertThat(bot.next("message").path("text").asString()).isEqualTo("just so");
  }

  @Test
  void a_users_chats_are_listed_with_their_last_messages() {
    bot.says(ann, "hello");
    says(channel, ann, "first post");
    var chats = bot.get("/sandbox/users/" + ann + "/chats").json();
    assertThat(chats).hasSize(3);
    assertThat(chats.at("/0/bot").asLong()).isEqualTo(Client.BOT);
    assertThat(chats.at("/0/last_message/text").asString()).isEqualTo("hello");
    assertThat(chats.at("/1/type").asString()).isEqualTo("channel");
    assertThat(chats.at("/1/status").asString()).isEqualTo("creator");
    assertThat(chats.at("/1/last_message/sender_chat/id").asLong()).isEqualTo(channel);
    assertThat(chats.at("/2/username").asString()).isEqualTo("talk");
  }

  @Test
  void a_channel_is_read_by_its_members_and_written_by_those_who_run_it() {
    assertThat(says(channel, bob, "me too").status()).isEqualTo(403);
    says(channel, ann, "first post");
    var path = "/sandbox/chats/" + channel + "/messages?user=";
    assertThat(bot.get(path + bob).status()).isEqualTo(403);
    stand(channel, "\"user\":" + bob, "member");
    assertThat(bot.get(path + bob).json().at("/0/text").asString()).isEqualTo("first post");
    var shown = bot.get("/sandbox/chats/" + channel).json();
    assertThat(shown.path("members")).hasSize(2);
    assertThat(shown.path("stars").asLong()).isZero();
    assertThat(bot.get("/sandbox/chats").json()).hasSize(2);
  }

  @Test
  void a_public_chat_is_joined_by_its_name() {
    assertThat(joins(bob, "https://t.me/talk").json().path("status").asString())
        .isEqualTo("member");
    assertThat(joins(bob, "@talk").json().path("error").asString())
        .isEqualTo("Bad Request: USER_ALREADY_PARTICIPANT");
    assertThat(joins(bob, "@nowhere").status()).isEqualTo(404);
  }

  private long found(String type, String title, String username) {
    var body =
        "{\"type\":\"%s\",\"title\":\"%s\",\"username\":\"%s\",\"owner\":%d}"
            .formatted(type, title, username, ann);
    return bot.post("/sandbox/chats", body).json().path("id").asLong();
  }

  private JsonNode stand(long chat, String who, String status) {
    return bot.post(
            "/sandbox/chats/" + chat + "/members", "{" + who + ",\"status\":\"" + status + "\"}")
        .json();
  }

  private Client.Answer says(long chat, long user, String text) {
    return bot.post(
        "/sandbox/chats/" + chat + "/messages",
        "{\"user\":" + user + ",\"text\":\"" + text + "\"}");
  }

  private Client.Answer joins(long user, String link) {
    return bot.post("/sandbox/users/" + user + "/join", "{\"link\":\"" + link + "\"}");
  }
}
