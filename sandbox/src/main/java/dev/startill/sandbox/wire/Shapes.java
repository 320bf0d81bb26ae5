package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.BusinessConnection;
import dev.startill.sandbox.world.Callback;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Checkout;
import dev.startill.sandbox.world.Community;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.InlineIds;
import dev.startill.sandbox.world.InlineMode;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.People;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.User;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** World objects as the Bot API shows them. The people give a message its names. */
public final class Shapes {
  private final People people;

  /** Shapes that look names up among these people; to be used where they may be read. */
  public Shapes(People people) {
    this.people = people;
  }

  /** A User object for a person. */
  public static ObjectNode user(User user) {
    var json = Json.object().put("id", user.id()).put("is_bot", false);
    json.put("first_name", user.firstName());
    putText(json, "username", user.username());
    putText(json, "language_code", user.languageCode());
    return json;
  }

  /** A User object for a bot. */
  public static ObjectNode bot(Bot bot) {
    return Json.object()
        .put("id", bot.id())
        .put("is_bot", true)
        .put("first_name", bot.firstName())
        .put("username", bot.username());
  }

  /** A User object of a person by number. */
  public ObjectNode user(long id) {
    var json = people.user(id).map(Shapes::user).orElseGet(() -> Json.object().put("id", id));
    return people.isPremium(id) ? json.put("is_premium", true) : json;
  }

  /** A Message object. */
  public ObjectNode message(Message message) {
    var json = Json.object().put("message_id", message.id());
    switch (message.chat()) {
      case Chat.Channel channel -> json.set("sender_chat", chat(channel));
      case Chat.Group g -> json.set("from", anybody(message.from()));
      case Chat.Private p -> json.set("from", anybody(message.from()));
    }
    json.set("chat", chat(message.chat()));
    json.put("date", message.date());
    putJson(json, "forward_origin", message.marks().forwardOrigin());
    message.marks().replyTo().ifPresent(to -> json.set("reply_to_message", message(to)));
    if (message.marks().viaBot() != 0) {
      json.set("via_bot", anybody(message.marks().viaBot()));
    }
    if (message.editDate() > 0) {
      json.put("edit_date", message.editDate());
    }
    if (message.marks().isProtected()) {
      json.put("has_protected_content", true);
    }
    putText(json, "media_group_id", message.marks().mediaGroup());
    if (message.marks().paidStars() > 0) {
      json.put("paid_star_count", message.marks().paidStars());
    }
    putContent(json, message.content());
    if (isInline(message.replyMarkup())) {
      putJson(json, "reply_markup", message.replyMarkup());
    }
    return json;
  }

  /** Whether a markup stands below its message; a keyboard of the chat is not in it. */
  public static boolean isInline(String markup) {
    return markup.startsWith("{\"inline_keyboard\"");
  }

  /** An Update object. */
  public ObjectNode update(Update update) {
    var json = Json.object().put("update_id", update.id());
    return json.set(update.body().field(), body(update.body()));
  }

  /** What an update holds under its field. */
  public ObjectNode body(Update.Body body) {
    return switch (body) {
      case Update.Arrived arrived -> message(arrived.message());
      case Update.Asked asked -> asked(asked.checkout());
      case Update.SubscriptionMoved moved ->
          from("user", moved.user())
              .put("invoice_payload", moved.payload())
              .put("state", moved.standing().name().toLowerCase(Locale.ROOT));
      case Update.Edited edited -> message(edited.message());
      case Update.InlineAsked asked -> asked(asked.question());
      case Update.InlineChosen chosen -> {
        var json = from("from", chosen.question().user());
        putText(json, "inline_message_id", chosen.inlineMessageId());
        yield json.put("query", chosen.question().query()).put("result_id", chosen.result());
      }
      case Update.Connected connected -> connection(connected.connection());
      case Update.Pressed pressed -> pressed(pressed.callback());
      case Update.MediaBought bought ->
          from("from", bought.user()).put("paid_media_payload", bought.payload());
      case Update.Stood stood -> new MemberShapes(people).change(stood.change());
    };
  }

  private ObjectNode from(String field, long user) {
    var json = Json.object();
    json.set(field, user(user));
    return json;
  }

  private ObjectNode asked(Checkout checkout) {
    var json = Json.object().put("id", Long.toString(checkout.id()));
    json.set("from", user(checkout.user()));
    return json.put("currency", checkout.invoice().currency())
        .put("total_amount", checkout.invoice().amount())
        .put("invoice_payload", checkout.invoice().payload());
  }

  private ObjectNode asked(InlineMode.Question question) {
    var json = Json.object().put("id", Long.toString(question.id()));
    json.set("from", user(question.user()));
    putText(json, "chat_type", question.chatType());
    return json.put("query", question.query()).put("offset", question.offset());
  }

  private ObjectNode pressed(Callback callback) {
    var json = Json.object().put("id", Long.toString(callback.id()));
    json.set("from", user(callback.user()));
    if (callback.message().marks().viaBot() != 0) {
      json.put("inline_message_id", InlineIds.of(callback.message()));
    } else {
      json.set("message", message(callback.message()));
    }
    return json.put("chat_instance", Long.toString(callback.message().chat().hashCode() * 31L))
        .put("data", callback.data());
  }

  /** A BusinessConnection object. */
  public ObjectNode connection(BusinessConnection connection) {
    var json = Json.object().put("id", connection.id());
    json.set("user", user(connection.user()));
    return json.put("user_chat_id", connection.user())
        .put("date", connection.date())
        .put("is_enabled", connection.enabled());
  }

  /** An Invoice object: it has neither payload nor photo. */
  public static ObjectNode invoice(Invoice invoice) {
    return Json.object()
        .put("title", invoice.title())
        .put("description", invoice.description())
        .put("start_parameter", invoice.startParameter())
        .put("currency", invoice.currency())
        .put("total_amount", invoice.amount());
  }

  /** A Chat object. */
  public ObjectNode chat(Chat chat) {
    var json = Json.object().put("id", chat.id());
    switch (chat) {
      case Chat.Private p -> {
        people.user(p.user()).ifPresent(user -> putNames(json, user));
        json.put("type", "private");
      }
      case Chat.Shared shared -> people.community(shared.id()).ifPresent(c -> putNames(json, c));
    }
    return json;
  }

  private static void putNames(ObjectNode json, User user) {
    json.put("first_name", user.firstName());
    putText(json, "username", user.username());
  }

  private static void putNames(ObjectNode json, Community community) {
    json.put("title", community.title());
    putText(json, "username", community.username());
    json.put("type", community.type());
  }

  /** A User object of a person or a bot. */
  ObjectNode anybody(long id) {
    return people.bot(id).map(Shapes::bot).orElseGet(() -> user(id));
  }

  private void putContent(ObjectNode json, Content content) {
    switch (content) {
      case Content.Text text -> {
        json.put("text", text.text());
        putJson(json, "entities", text.entities());
      }
      case Content.Offer offer -> json.set("invoice", invoice(offer.invoice()));
      case Content.WebAppData sent ->
          json.putObject("web_app_data")
              .put("data", sent.data())
              .put("button_text", sent.buttonText());
      case Content.Attachment attachment -> MediaShapes.put(json, attachment);
      case Content.Card card -> MediaShapes.put(json, card);
      case Content.Pinned pinned -> json.set("pinned_message", message(pinned.message()));
      case Content.PaidMedia media -> PaidMediaShapes.put(json, media);
      case Content.Joined joined -> putJoined(json, joined);
      case Content.Left left -> json.set("left_chat_member", anybody(left.who()));
      case Content.Gifted gifted -> GiftShapes.put(json, gifted);
      case Content.GiftedPremium p -> {}
      case Content.Paid paid -> json.set("successful_payment", PaymentShapes.paid(paid.charge()));
      case Content.Refunded refunded ->
          json.set("refunded_payment", PaymentShapes.refunded(refunded.charge()));
    }
  }

  private void putJoined(ObjectNode json, Content.Joined joined) {
    var list = json.putArray("new_chat_members");
    joined.who().forEach(who -> list.add(anybody(who)));
  }

  static void putText(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }

  static void putJson(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.set(field, Json.read(text).orElseGet(() -> (JsonNode) Json.object()));
    }
  }
}
