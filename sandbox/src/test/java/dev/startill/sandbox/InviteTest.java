package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bots learn of chats, do to members and write on invite links. */
class InviteTest extends SandboxTest {
  private long ann;
  private long bob;
  private long channel;
  private long group;

  @BeforeEach
  void a_bot_runs_a_channel_and_a_group() {
    ann = bot.user("Ann", 100);
    bob = bot.user("Bob", 100);
    bot.says(bob, "hello");
    channel = found("channel", "News");
    group = found("supergroup", "Talk");
  }

  @Test
  void a_private_chat_is_told_in_full() {
    assertThat(bot.ok("getChat", "{\"chat_id\":" + bob + "}").toString())
        .isEqualTo(
            "{\"id\":%d,\"first_name\":\"Bob\",\"type\":\"private\",".formatted(bob)
                + "\"accepted_gift_types\":{\"unlimited_gifts\":true,\"limited_gifts\":true,"
                + "\"unique_gifts\":true,\"premium_subscription\":true,"
                + "\"gifts_from_channels\":true},\"max_reaction_count\":11,"
                + "\"accent_color_id\":%d}".formatted(bob % 7));
  }

  @Test
  void shared_chats_are_told_in_full() {
    var told = bot.ok("getChat", in(channel, ""));
    assertThat(told.path("can_send_paid_media").asBoolean()).isTrue();
    assertThat(told.at("/accepted_gift_types/unlimited_gifts").asBoolean()).isTrue();
    assertThat(told.has("invite_link")).isFalse();
    var link = bot.ok("exportChatInviteLink", in(channel, "")).asString();
    assertThat(bot.ok("getChat", in(channel, "")).path("invite_link").asString()).isEqualTo(link);
    var talk = bot.ok("getChat", in(group, ""));
    assertThat(talk.at("/permissions/can_send_messages").asBoolean()).isTrue();
    assertThat(talk.path("max_reaction_count").asInt()).isEqualTo(11);
    assertThat(bot.ok("getChatMemberCount", in(group, "")).asInt()).isEqualTo(2);
    var administrators = bot.ok("getChatAdministrators", in(group, ""));
    assertThat(administrators).hasSize(2);
    assertThat(administrators.at("/0/status").asString()).isEqualTo("creator");
    assertThat(administrators.at("/1/user/is_bot").asBoolean()).isTrue();
    assertThat(administrators.at("/1/can_manage_topics").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "getChatAdministrators | private | '' | there are no administrators in the private chat",
        "leaveChat | private | '' | chat member status can't be changed in private chats",
        "getChatMember | group | '' | invalid user_id specified",
        "getChatMember | group | '\"user_id\":5' | member not found",
        "unbanChatMember | group | '\"user_id\":1' | PARTICIPANT_ID_INVALID",
        "banChatMember | group | '\"user_id\":BOT' | can't restrict self",
        "banChatMember | group | '\"user_id\":ANN' | can't remove chat owner",
        "promoteChatMember | group | '\"user_id\":BOB,\"can_invite_users\":true' | USER_NOT_PARTICIPANT",
        "createChatInviteLink | private | '' | can't invite members to a private chat",
        "createChatInviteLink | group | '\"member_limit\":1,\"creates_join_request\":true' | member limit can't be specified for links requiring administrator approval",
        "editChatInviteLink | group | '\"invite_link\":\"https://t.me/+bogus\"' | INVITE_HASH_EXPIRED",
        "editChatInviteLink | group | '' | invite link must be non-empty",
        "createChatSubscriptionInviteLink | private | '\"subscription_period\":30,\"subscription_price\":100' | can't invite members to a private chat",
        "createChatSubscriptionInviteLink | group | '\"subscription_period\":30,\"subscription_price\":100' | PRICING_CHAT_INVALID",
        "createChatSubscriptionInviteLink | channel | '\"subscription_period\":30,\"subscription_price\":100' | SUBSCRIPTION_PERIOD_INVALID",
        "createChatSubscriptionInviteLink | channel | '\"subscription_period\":2592000,\"subscription_price\":10001' | PRICING_CHAT_INVALID",
        "createChatSubscriptionInviteLink | channel | '\"subscription_period\":2592000' | invalid subscription pricing specified",
      })
  void a_wrong_call_is_refused(String method, String where, String parameters, String words) {
    long chat = where.equals("private") ? bob : where.equals("group") ? group : channel;
    var filled =
        parameters
            .replace("BOT", "" + Client.BOT)
            .replace("ANN", "" + ann)
            .replace("BOB", "" + bob);
    assertThat(bot.call(method, in(chat, filled)).description()).isEqualTo("Bad Request: " + words);
  }

  @Test
  void a_link_lets_in_as_many_as_it_says_until_it_is_revoked() {
    var link = bot.ok("createChatInviteLink", in(group, "\"name\":\"Shop\",\"member_limit\":1"));
    assertThat(link.toString())
        .matches(
            "\\{\"invite_link\":\"https://t.me/\\+[\\w-]{16}\",\"name\":\"Shop\",\"creator\":\\{"
                + ".*\\},\"member_limit\":1,\"creates_join_request\":false,"
                + "\"is_primary\":false,\"is_revoked\":false\\}");
    var address = link.path("invite_link").asString();
    bot.ok("getUpdates", "{\"allowed_updates\":[\"chat_member\"]}");
    assertThat(joins(bob, address).json().path("status").asString()).isEqualTo("member");
    assertThat(bot.next("chat_member").at("/invite_link/name").asString()).isEqualTo("Shop");
    long eve = bot.user("Eve", 0);
    assertThat(error(joins(eve, address))).isEqualTo("Bad Request: USERS_TOO_MUCH");
    var named = "\"invite_link\":\"" + address + "\"";
    var edited = bot.ok("editChatInviteLink", in(group, named + ",\"name\":\"All\""));
    assertThat(edited.has("member_limit")).isFalse();
    assertThat(bot.ok("revokeChatInviteLink", in(group, named)).path("is_revoked").asBoolean())
        .isTrue();
    assertThat(error(joins(eve, address))).isEqualTo("Bad Request: INVITE_HASH_EXPIRED");
  }

  @Test
  void a_member_is_banned_for_a_time_and_let_in_again() {
    joins(bob, bot.ok("exportChatInviteLink", in(group, "")).asString());
    long until = bot.get("/sandbox/clock").json().path("unix").asLong() + 3600;
    var which = "\"user_id\":" + bob;
    bot.ok("banChatMember", in(group, which + ",\"until_date\":" + until));
    var banned = bot.ok("getChatMember", in(group, which));
    assertThat(banned.path("status").asString()).isEqualTo("kicked");
    assertThat(banned.path("until_date").asLong()).isEqualTo(until);
    bot.post("/sandbox/clock", "{\"advance\":\"PT61M\"}");
    assertThat(bot.ok("getChatMember", in(group, which)).path("status").asString())
        .isEqualTo("left");
    bot.ok("banChatMember", in(group, which));
    bot.ok("unbanChatMember", in(group, which + ",\"only_if_banned\":true"));
    assertThat(bot.ok("getChatMember", in(group, which)).path("status").asString())
        .isEqualTo("left");
  }

  @Test
  void a_member_is_given_rights_and_loses_them() {
    joins(bob, bot.ok("exportChatInviteLink", in(group, "")).asString());
    var which = "\"user_id\":" + bob;
    bot.ok("promoteChatMember", in(group, which + ",\"can_pin_messages\":true"));
    var promoted = bot.ok("getChatMember", in(group, which));
    assertThat(promoted.path("status").asString()).isEqualTo("administrator");
    assertThat(promoted.path("can_pin_messages").asBoolean()).isTrue();
    assertThat(promoted.path("can_manage_chat").asBoolean()).isTrue();
    assertThat(promoted.path("can_invite_users").asBoolean()).isFalse();
    bot.ok("promoteChatMember", in(group, which));
    assertThat(bot.ok("getChatMember", in(group, which)).path("status").asString())
        .isEqualTo("member");
  }

  @Test
  void a_subscription_link_shows_its_price_and_only_its_name_changes() {
    var price = "\"subscription_period\":2592000,\"subscription_price\":75";
    var link = bot.ok("createChatSubscriptionInviteLink", in(channel, price));
    assertThat(link.path("subscription_period").asInt()).isEqualTo(2592000);
    assertThat(link.path("subscription_price").asInt()).isEqualTo(75);
    var edited =
        bot.ok(
            "editChatSubscriptionInviteLink",
            in(channel, "\"name\":\"Fans\",\"invite_link\":" + link.path("invite_link")));
    assertThat(edited.path("name").asString()).isEqualTo("Fans");
    assertThat(edited.path("subscription_price").asInt()).isEqualTo(75);
  }

  private long found(String type, String title) {
    var body = "{\"type\":\"%s\",\"title\":\"%s\",\"owner\":%d}".formatted(type, title, ann);
    long chat = bot.post("/sandbox/chats", body).json().path("id").asLong();
    bot.post(
        "/sandbox/chats/" + chat + "/members",
        "{\"bot\":" + Client.BOT + ",\"status\":\"administrator\"}");
    return chat;
  }

  private Client.Answer joins(long user, String link) {
    return bot.post("/sandbox/users/" + user + "/join", "{\"link\":\"" + link + "\"}");
  }

  private static String error(Client.Answer answer) {
    return answer.json().path("error").asString();
  }

  private static String in(long chat, String parameters) {
    return "{\"chat_id\":" + chat + (parameters.isEmpty() ? "" : "," + parameters) + "}";
  }
}
