package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person's client has of a message and a bot does not. */
class SeenTest extends SandboxTest {
  @Test
  void a_keyboard_of_the_chat_is_seen_and_not_sent_back() {
    long ann = bot.user("Ann", 100);
    bot.says(ann, "hi");
    var sent =
        bot.ok(
            "sendMessage",
            "{\"chat_id\":%d,\"text\":\"Which?\",\"reply_markup\":%s}"
                .formatted(ann, "{\"keyboard\":[[\"Tea\",{\"text\":\"Coffee\"}]]}"));
    assertThat(sent.has("reply_markup")).isFalse();
    var seen = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json().path(1);
    assertThat(seen.at("/reply_markup/keyboard/0/0/text").asString()).isEqualTo("Tea");
    assertThat(seen.at("/reply_markup/keyboard/0/1/text").asString()).isEqualTo("Coffee");
  }

  @Test
  void a_keyboard_that_cannot_be_read_is_refused() {
    long ann = bot.user("Ann", 100);
    bot.says(ann, "hi");
    var refused =
        bot.call(
            "sendMessage",
            "{\"chat_id\":%d,\"text\":\"?\",\"reply_markup\":{\"keyboard\":[[{}]]}}"
                .formatted(ann));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.description())
        .isEqualTo("Bad Request: can't parse keyboard button: Can't find field \"text\"");
  }

  @Test
  void an_invoices_photo_is_seen() {
    long ann = bot.user("Ann", 100);
    bot.says(ann, "hi");
    bot.ok(
        "sendInvoice",
        """
        {"chat_id":%d,"title":"Hat","description":"Red","payload":"p","currency":"XTR",
         "prices":[{"label":"Hat","amount":5}],"photo_url":"https://shop.example/hat.png"}"""
            .formatted(ann));
    var seen = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json().path(1);
    assertThat(seen.at("/invoice/photo_url").asString()).isEqualTo("https://shop.example/hat.png");
  }

  @Test
  void what_an_invite_link_leads_to_can_be_read_first() {
    long ann = bot.user("Ann", 100);
    bot.ok("getMe", "{}");
    var body = "{\"type\":\"channel\",\"title\":\"News\",\"owner\":%d}".formatted(ann);
    long chat = bot.post("/sandbox/chats", body).json().path("id").asLong();
    bot.post(
        "/sandbox/chats/" + chat + "/members",
        "{\"bot\":%d,\"status\":\"administrator\"}".formatted(Client.BOT));
    var link =
        bot.ok(
                "createChatSubscriptionInviteLink",
                "{\"chat_id\":%d,\"subscription_period\":2592000,\"subscription_price\":50}"
                    .formatted(chat))
            .path("invite_link")
            .asString();
    var told = bot.get("/sandbox/invites?link=" + link.replace("+", "%2B")).json();
    assertThat(told.at("/chat/title").asString()).isEqualTo("News");
    assertThat(told.path("subscription_price").asInt()).isEqualTo(50);
    assertThat(bot.get("/sandbox/invites?link=t.me/%2Bnothing").status()).isEqualTo(404);
  }
}
