package dev.startill.sandbox.world;

/** How a payment stands, as the buyer's client sees it. */
public sealed interface Outcome {
  /** The bot has been asked and has not answered. */
  record Pending() implements Outcome {}

  /** The Stars moved. */
  record Paid(String chargeId) implements Outcome {}

  /**
   * Nothing moved. The code is Telegram's error name; the text holds the bot's own words when it
   * declined, and is empty else.
   */
  record Failed(String code, String text) implements Outcome {
    /** The bot's words if it had any, else Telegram's name for what went wrong. */
    public String error() {
      return text.isEmpty() ? code : text;
    }
  }

  /** The word for the control interface: the statuses that a Mini App knows. */
  default String status() {
    return switch (this) {
      case Pending p -> "pending";
      case Paid p -> "paid";
      case Failed f -> "failed";
    };
  }
}
