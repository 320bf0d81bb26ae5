package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Memberships of a channel that are paid for, month by month. */
class ChannelSubscriptionTest extends SandboxTest {
  private static final long PERIOD = 2_592_000;

  private long ann;
  private long bob;
  private long channel;
  private String link;

  @BeforeEach
  void a_channel_with_a_price() {
    ann = bot.user("Ann", 0);
    bob = bot.user("Bob", 200);
    bot.ok("getUpdates", "{\"allowed_updates\":[\"chat_member\"]}");
    channel = found("");
    link = link(channel);
  }

  @Test
  void a_member_pays_and_is_in_until_the_period_ends() {
    long before = now();
    var member = joins(bob, link).json();
    assertThat(member.path("until_date").asLong()).isBetween(before + PERIOD, now() + PERIOD);
    assertThat(bot.stars(bob)).isEqualTo(125);
    assertThat(stars(channel)).isEqualTo(75);
    var update = bot.next("chat_member");
    assertThat(update.at("/new_chat_member/until_date")).isEqualTo(member.path("until_date"));
    assertThat(update.at("/invite_link/subscription_price").asInt()).isEqualTo(75);
    assertThat(bot.ok("getChatMember", who(bob)).path("until_date"))
        .isEqualTo(member.path("until_date"));
  }

  @Test
  void a_membership_renews_as_long_as_there_are_stars_and_ends_then() {
    long until = joins(bob, link).json().path("until_date").asLong();
    bot.next("chat_member");
    advance("P30DT1H");
    var renewed = bot.next("chat_member");
    assertThat(renewed.at("/old_chat_member/until_date").asLong()).isEqualTo(until);
    assertThat(renewed.at("/new_chat_member/until_date").asLong()).isEqualTo(until + PERIOD);
    assertThat(renewed.path("date").asLong()).isEqualTo(until);
    assertThat(bot.stars(bob)).isEqualTo(50);
    assertThat(stars(channel)).isEqualTo(150);
    advance("P30DT1H");
    assertThat(bot.next("chat_member").at("/new_chat_member/status").asString()).isEqualTo("left");
    assertThat(bot.stars(bob)).isEqualTo(50);
  }

  @Test
  void who_cannot_pay_is_not_let_in() {
    assertThat(joins(ann, link(found(""))).json().path("error").asString())
        .isEqualTo("Bad Request: USER_ALREADY_PARTICIPANT");
    long eve = bot.user("Eve", 74);
    assertThat(joins(eve, link).json().path("error").asString())
        .isEqualTo("Bad Request: BALANCE_TOO_LOW");
    assertThat(bot.stars(eve)).isEqualTo(74);
  }

  @Test
  void a_canceled_membership_runs_out_unless_it_is_taken_back() {
    joins(bob, link);
    assertThat(cancel(true).path("canceled").asBoolean()).isTrue();
    assertThat(cancel(false).path("canceled").asBoolean()).isFalse();
    advance("P30DT1H");
    assertThat(stars(channel)).isEqualTo(150);
    cancel(true);
    assertThat(mine().at("/subscription/canceled").asBoolean()).isTrue();
    advance("P30DT1H");
    assertThat(stars(channel)).isEqualTo(150);
    assertThat(bot.ok("getChatMember", who(bob)).path("status").asString()).isEqualTo("left");
  }

  @Test
  void who_leaves_comes_back_for_nothing_while_it_is_paid_and_pays_no_more() {
    joins(bob, link);
    bot.post(
        "/sandbox/chats/" + channel + "/members", "{\"user\":" + bob + ",\"status\":\"left\"}");
    assertThat(joins(bob, link).json().path("status").asString()).isEqualTo("member");
    assertThat(bot.stars(bob)).isEqualTo(125);
    bot.ok("banChatMember", who(bob));
    advance("P30DT1H");
    assertThat(bot.stars(bob)).isEqualTo(125);
  }

  @Test
  void a_public_channel_is_joined_for_nothing() {
    long open = found("fans");
    assertThat(joins(bob, link(open)).json().has("until_date")).isFalse();
    assertThat(bot.stars(bob)).isEqualTo(200);
  }

  private long found(String username) {
    var body =
        "{\"type\":\"channel\",\"title\":\"Fans\",\"username\":\"%s\",\"owner\":%d}"
            .formatted(username, ann);
    long chat = bot.post("/sandbox/chats", body).json().path("id").asLong();
    bot.post(
        "/sandbox/chats/" + chat + "/members",
        "{\"bot\":" + Client.BOT + ",\"status\":\"administrator\"}");
    return chat;
  }

  private String link(long chat) {
    return bot.ok(
            "createChatSubscriptionInviteLink",
            "{\"chat_id\":%d,\"subscription_period\":%d,\"subscription_price\":75}"
                .formatted(chat, PERIOD))
        .path("invite_link")
        .asString();
  }

  private Client.Answer joins(long user, String address) {
    return bot.post("/sandbox/users/" + user + "/join", "{\"link\":\"" + address + "\"}");
  }

  private JsonNode cancel(boolean canceled) {
    return bot.post(
            "/sandbox/chats/" + channel + "/subscription",
            "{\"user\":" + bob + ",\"canceled\":" + canceled + "}")
        .json();
  }

  private JsonNode mine() {
    return bot.get("/sandbox/users/" + bob + "/chats").json().path(0);
  }

  private long stars(long chat) {
    return bot.get("/sandbox/chats/" + chat).json().path("stars").asLong();
  }

  private long now() {
    return bot.get("/sandbox/clock").json().path("unix").asLong();
  }

  private void advance(String time) {
    bot.post("/sandbox/clock", "{\"advance\":\"" + time + "\"}");
  }

  private String who(long user) {
    return "{\"chat_id\":" + channel + ",\"user_id\":" + user + "}";
  }
}
