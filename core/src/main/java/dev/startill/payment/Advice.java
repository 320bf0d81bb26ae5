package dev.startill.payment;

import java.util.List;

/**
 * What Startill says to whoever opens a case: what happened, and what can be done about it, the
 * suggestion first. Immutable.
 *
 * @param meaning what the case is, in a sentence
 * @param suggestion what to do, in a sentence
 * @param resolutions what can be done here, what is suggested first
 */
public record Advice(String meaning, String suggestion, List<Resolution> resolutions) {
  public Advice {
    resolutions = List.copyOf(resolutions);
  }

  /** For a case of this reason. */
  public static Advice on(CaseReason reason) {
    return switch (reason) {
      case OWNERLESS_CHARGE ->
          of(
              "Somebody paid an invoice of ours that these books do not have.",
              "Was a backup restored, or does another store serve this bot? Then look for the order"
                  + " there. Else send the Stars back.",
              Resolution.REFUND,
              Resolution.ACCEPT);
      case SECOND_CHARGE ->
          of(
              "An order that was paid already was paid once more.",
              "Send the Stars back: they bought nothing.",
              Resolution.REFUND,
              Resolution.ACCEPT);
      case MISMATCHED_CHARGE ->
          of(
              "A payment does not fit its order: another amount, or another buyer.",
              "Ask the buyer what was meant, then send the Stars back.",
              Resolution.REFUND,
              Resolution.ACCEPT);
      case UNREADABLE_CHARGE ->
          of(
              "Telegram told of a payment that is no number of whole Stars.",
              "Look at the statement; then close the case.",
              Resolution.CLOSE);
      case SOLD_OUT_AFTER_PAYMENT ->
          of(
              "The payment came when the last piece was sold.",
              "Add codes and deliver, or send the Stars back.",
              Resolution.REFUND,
              Resolution.DELIVER);
      case FULFILMENT_FAILED ->
          of(
              "The goods could not be handed over; the last attempt's words are in the detail.",
              "Mend what failed and deliver again; else send the Stars back.",
              Resolution.DELIVER,
              Resolution.REFUND);
      case BUYER_UNREACHABLE ->
          of(
              "The buyer blocked the bot; the goods leave when the buyer writes again.",
              "Wait. Send the Stars back if the buyer asks for it.",
              Resolution.CLOSE,
              Resolution.REFUND);
      case REFUND_REFUSED ->
          of(
              "Telegram refused to send the Stars back; they are still here.",
              "Read Telegram's words in the detail. Try again, or settle it with the buyer.",
              Resolution.REFUND,
              Resolution.CLOSE);
      case REFUND_UNKNOWN ->
          of(
              "A refund was sent and its answer lost. The statement will tell.",
              "Wait: it is looked up at every reconciliation, and settles itself.",
              Resolution.CLOSE);
      case REFUND_NOT_OURS ->
          of(
              "The Stars went back to the buyer and nobody here asked for it.",
              "Another program of this bot did it, or the buyer at the store. The books are right.",
              Resolution.CLOSE);
      case REVOCATION_FAILED ->
          of(
              "Goods whose Stars are going back could not be taken back.",
              "Take them back by hand, then close the case.",
              Resolution.CLOSE);
      case NOT_ON_STATEMENT ->
          of(
              "An update told of a payment that Telegram's statement does not have.",
              "Treat it as forged: change the webhook's secret, and take the goods back by hand.",
              Resolution.CLOSE);
      case STATEMENT_SHRANK ->
          of(
              "Telegram's statement was not what was read of it before; it was read anew.",
              "Run verify. If it agrees, close the case.",
              Resolution.CLOSE);
      case BALANCE_DIFFERS ->
          of(
              "Telegram holds another number of Stars than the ledger says.",
              "A drop is most likely a chargeback: find the charge and book it as taken back.",
              Resolution.CHARGEBACK,
              Resolution.WRITE_OFF,
              Resolution.CLOSE);
      case CHARGED_BACK ->
          of(
              "The buyer took the Stars back at the store; the goods are taken back.",
              "Decide whether to sell to this buyer again, then close the case.",
              Resolution.CLOSE);
      case RETURNED_TWICE ->
          of(
              "The same Stars left by a refund and by a chargeback, or one was taken for the other.",
              "Run verify. If Telegram holds less than the ledger, they left twice: write it off.",
              Resolution.CLOSE);
    };
  }

  private static Advice of(String meaning, String suggestion, Resolution... resolutions) {
    return new Advice(meaning, suggestion, List.of(resolutions));
  }
}
