package dev.startill.acceptance;

import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bot played by hand, call by call, for stories of the sandbox's own page. */
final class Till {
  private final Box box;
  private long offset;

  Till(Box box) {
    this.box = box;
    box.asBot("getMe", Json.object());
  }

  ObjectNode message(Buyer to, String text) {
    return Json.object().put("chat_id", to.id()).put("text", text);
  }

  JsonNode says(Buyer to, String text) {
    return box.asBot("sendMessage", message(to, text));
  }

  JsonNode says(Buyer to, String text, JsonNode markup) {
    return box.asBot("sendMessage", message(to, text).set("reply_markup", markup));
  }

  /** A call that Telegram refuses: an empty message. */
  void refused(Buyer to) {
    if (box.callAsBot("sendMessage", message(to, "")).status() != 400) {
      throw new AssertionError("An empty message was sent.");
    }
  }

  /** A link to an invoice; a period in seconds makes it a subscription. */
  String link(String title, int stars, int period) {
    var invoice = Json.object().put("title", title).put("description", "Every month");
    invoice.put("payload", "story").put("currency", "XTR").put("subscription_period", period);
    invoice.putArray("prices").addObject().put("label", title).put("amount", stars);
    return box.asBot("createInvoiceLink", invoice).asString();
  }

  /** Waits for somebody to press Pay, and agrees. */
  void approves() {
    var query = Until.some("somebody pays", this::checkout);
    var answer = Json.object().put("ok", true);
    box.asBot(
        "answerPreCheckoutQuery", answer.put("pre_checkout_query_id", query.get("id").asString()));
  }

  private Optional<JsonNode> checkout() {
    var updates = box.asBot("getUpdates", Json.object().put("offset", offset).put("timeout", 1));
    for (var update : updates) {
      offset = update.get("update_id").asLong() + 1;
    }
    return StreamSupport.stream(updates.spliterator(), false)
        .filter(update -> update.has("pre_checkout_query"))
        .map(update -> update.get("pre_checkout_query"))
        .findFirst();
  }

  /** A channel of this person's, which the bot helps to run. */
  long channel(String title, Buyer owner) {
    var made =
        box.post(
            "/sandbox/chats",
            Json.object().put("type", "channel").put("title", title).put("owner", owner.id()));
    long id = made.get("id").asLong();
    box.post(
        "/sandbox/chats/" + id + "/members",
        Json.object().put("bot", Box.BOT).put("status", "administrator"));
    return id;
  }

  String invite(long channel) {
    var link = box.asBot("createChatInviteLink", Json.object().put("chat_id", channel));
    return link.get("invite_link").asString();
  }

  void post(long channel, String text) {
    var posted = Json.object().put("chat_id", channel).put("text", text);
    if (!box.asBot("sendMessage", posted).has("sender_chat")) {
      throw new AssertionError("The channel has no such post.");
    }
  }
}
