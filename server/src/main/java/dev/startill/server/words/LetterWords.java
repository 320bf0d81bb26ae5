package dev.startill.server.words;

import dev.startill.payment.Message;

/** What the outbox's messages are, in words. */
public final class LetterWords {
  private LetterWords() {}

  /** What it was to do. */
  public static String what(Message message) {
    return switch (message) {
      case Message.SendInvoice invoice -> "Send an invoice";
      case Message.HandOver goods -> "Hand over the goods";
      case Message.Revoke goods -> "Take the goods back";
      case Message.Refund refund -> "Send the Stars back";
      case Message.TellHeld held -> "Tell the buyer of a held payment";
    };
  }

  /** To whom it goes. */
  public static String buyer(Message message) {
    return switch (message) {
      case Message.SendInvoice invoice -> invoice.buyer().toString();
      case Message.HandOver goods -> goods.buyer().toString();
      case Message.Revoke goods -> goods.buyer().toString();
      case Message.Refund refund -> refund.buyer().toString();
      case Message.TellHeld held -> held.buyer().toString();
    };
  }

  /** For machines. */
  public static String kind(Message message) {
    return message.getClass().getSimpleName();
  }
}
