package dev.startill.sandbox.world;

import java.time.Instant;

/**
 * Something that a bot is told. It leaves the queue unread at {@code expires}: messages after 24
 * hours, queries after 150 seconds (tdlib/telegram-bot-api, Client.cpp). {@code copies} is one,
 * unless a fault asked for more.
 */
public record Update(int id, long bot, Body body, Instant expires, int copies) {

  /** What the update tells. */
  public sealed interface Body {
    /** The field's name in the update, which is also its name in allowed_updates. */
    String field();

    /** The name under which a fault can hit it: finer than the field for payments. */
    default String kind() {
      return field();
    }

    /** Within one lane a webhook is called in order; lanes run in parallel. */
    String lane();
  }

  /** A message arrived, a payment's service message among them. */
  public record Arrived(Message message) implements Body {
    @Override
    public String field() {
      return switch (message.chat()) {
        case Chat.Private p -> "message";
        case Chat.Group g -> "message";
        case Chat.Channel c -> "channel_post";
      };
    }

    @Override
    public String kind() {
      return switch (message.content()) {
        case Content.Paid p -> "successful_payment";
        case Content.Refunded r -> "refunded_payment";
        case Content.WebAppData d -> "web_app_data";
        case Content.Text t -> field();
        case Content.Offer o -> field();
        case Content.Attachment a -> field();
        case Content.Card c -> field();
        case Content.PaidMedia m -> field();
        case Content.Service s -> field();
      };
    }

    @Override
    public String lane() {
      return "chat " + message.chat().id();
    }
  }

  /** A buyer confirmed and the bot has ten seconds. */
  public record Asked(Checkout checkout) implements Body {
    @Override
    public String field() {
      return "pre_checkout_query";
    }

    @Override
    public String lane() {
      return "payer " + checkout.user();
    }
  }

  /** How a subscription stands now: all that a bot is told, besides whose and what for. */
  public enum Standing {
    CANCELED,
    ACTIVE,
    FAILED
  }

  /**
   * A subscription was canceled or restored by its buyer, or not renewed
   * (core.telegram.org/bots/api#botsubscriptionupdated). That these wait in a queue per user is
   * assumed.
   */
  public record SubscriptionMoved(long user, String payload, Standing standing) implements Body {
    @Override
    public String field() {
      return "subscription";
    }

    @Override
    public String lane() {
      return "subscriber " + user;
    }
  }

  /** A user let the bot act for their business account, or no longer lets it. */
  public record Connected(BusinessConnection connection) implements Body {
    @Override
    public String field() {
      return "business_connection";
    }

    @Override
    public String lane() {
      return "business " + connection.user();
    }
  }

  /** A buyer pressed an inline button. */
  public record Pressed(Callback callback) implements Body {
    @Override
    public String field() {
      return "callback_query";
    }

    @Override
    public String lane() {
      return "presser " + callback.user();
    }
  }

  /** A user bought paid media that has a payload. */
  public record MediaBought(long user, String payload) implements Body {
    @Override
    public String field() {
      return "purchased_paid_media";
    }

    @Override
    public String lane() {
      return "media buyer " + user;
    }
  }

  /** Somebody's standing in a chat changed: the bot's own, or another member's. */
  public record Stood(MemberChange change, boolean own) implements Body {
    @Override
    public String field() {
      return own ? "my_chat_member" : "chat_member";
    }

    @Override
    public String lane() {
      return own ? "standing " + change.chat().id() : "member " + change.who();
    }
  }

  /** Somebody changed what they had written. */
  public record Edited(Message message) implements Body {
    @Override
    public String field() {
      return message.chat() instanceof Chat.Channel ? "edited_channel_post" : "edited_message";
    }

    @Override
    public String lane() {
      return "chat " + message.chat().id();
    }
  }

  /** A user asks from some chat's text field. */
  public record InlineAsked(InlineMode.Question question) implements Body {
    @Override
    public String field() {
      return "inline_query";
    }

    @Override
    public String lane() {
      return "asker " + question.user();
    }
  }

  /** A user chose an answer; no identifier of the message unless it has buttons. */
  public record InlineChosen(InlineMode.Question question, String result, String inlineMessageId)
      implements Body {
    @Override
    public String field() {
      return "chosen_inline_result";
    }

    @Override
    public String lane() {
      return "asker " + question.user();
    }
  }

  Update with(int otherCopies) {
    return new Update(id, bot, body, expires, otherCopies);
  }

  Update numbered(int number) {
    return new Update(number, bot, body, expires, copies);
  }

  /** To be handed out once more; a webhook is tried until that moment. */
  Update again(Instant until) {
    return new Update(id, bot, body, until, 1);
  }
}
