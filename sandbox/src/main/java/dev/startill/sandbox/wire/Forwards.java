package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.World;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of a message that is forwarded: where it came from, and which of its buttons go with
 * it. The rules are TDLib's (MessagesManager.cpp, can_forward_message and fix_forwarded_message);
 * an invoice's are documented for {@code start_parameter} at
 * core.telegram.org/bots/api#sendinvoice.
 */
public final class Forwards {
  private final World world;

  /** Forwards in a World, to be used where it may be read. */
  public Forwards(World world) {
    this.world = world;
  }

  /** Whether a message can be forwarded: not what Telegram said, nor what is protected. */
  public static boolean isForwardable(Message message) {
    return !message.isService() && !message.marks().isProtected();
  }

  /**
   * Whether its content can be sent anew: not what Telegram said, what costs Stars to see, nor an
   * invoice (core.telegram.org/bots/api#copymessage).
   */
  public static boolean isCopyable(Message message) {
    return switch (message.content()) {
      case Content.Text t -> true;
      case Content.Attachment a -> true;
      case Content.Card c -> true;
      case Content.Offer o -> false;
      case Content.PaidMedia m -> false;
      case Content.Paid p -> false;
      case Content.Refunded r -> false;
      case Content.Service s -> false;
      case Content.WebAppData w -> false;
    };
  }

  /** The marks of the forwarded message. */
  public Marks marks(Message message, Marks wished) {
    return wished.forwarded(origin(message), message.marks().viaBot());
  }

  /** The first author and place, however often it was forwarded: a MessageOrigin as JSON text. */
  private String origin(Message message) {
    if (!message.marks().forwardOrigin().isEmpty()) {
      return message.marks().forwardOrigin();
    }
    var shapes = new Shapes(world.people());
    var json = Json.object();
    if (message.chat() instanceof Chat.Channel channel) {
      json.put("type", "channel");
      json.set("chat", shapes.chat(channel));
      json.put("message_id", message.id());
    } else if (world.people().isDiscreet(message.from())) {
      json.put("type", "hidden_user");
      json.put("sender_user_name", shapes.anybody(message.from()).path("first_name").asString(""));
    } else {
      json.put("type", "user");
      json.set("sender_user", shapes.anybody(message.from()));
    }
    return Json.text(json.put("date", message.date()));
  }

  /** The buttons that go with it, as JSON text. */
  public String markup(Message message) {
    if (message.content() instanceof Content.Offer offer) {
      var text = "Pay ⭐" + offer.invoice().amount();
      var button = Json.object().put("text", text);
      if (offer.invoice().startParameter().isEmpty()) {
        button.put("pay", true);
      } else {
        button.put("url", address(offer));
      }
      var rows = Json.array();
      rows.addArray().add(button);
      return Json.text(Json.object().set("inline_keyboard", rows));
    }
    if (!Shapes.isInline(message.replyMarkup())) {
      return "";
    }
    var rows = Json.read(message.replyMarkup()).orElseGet(Json::object).path("inline_keyboard");
    boolean via = message.marks().viaBot() != 0;
    for (var row : rows) {
      for (var button : row) {
        if (!travels(button, via)) {
          return "";
        }
      }
    }
    return message.replyMarkup();
  }

  private static boolean travels(JsonNode button, boolean via) {
    return button.has("url")
        || (via
            && (button.has("switch_inline_query")
                || button.has("switch_inline_query_current_chat")));
  }

  private String address(Content.Offer offer) {
    var bot = world.people().bot(offer.bot()).orElseThrow();
    return "https://t.me/" + bot.username() + "?start=" + offer.invoice().startParameter();
  }
}
