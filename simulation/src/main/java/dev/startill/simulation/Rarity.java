package dev.startill.simulation;

/** A state that is rare, as the database tells of it when a history is over. */
public enum Rarity {
  CHECKOUT_RENEWED(
      "an approved order was checked out again", from("CheckoutArrived", "APPROVED", "APPROVED")),
  ORDER_BY_LINK("an order's invoice travelled by a link", event("OrderRequested")),
  CHECKOUT_OF_A_LINK("a link's payer was approved", "orders WHERE link IS NOT NULL"),
  CHECKOUT_UNANSWERED("Telegram had refused the answer to a checkout", event("CheckoutUnanswered")),
  STRANGER_DECLINED("somebody else's invoice was not to be paid", declined("SOMEBODY_ELSES")),
  PAID_DECLINED("what was paid was not to be paid again", declined("ALREADY_PAID")),
  EXPIRED_DECLINED("what had expired was not to be paid", declined("EXPIRED")),
  SOLD_OUT_DECLINED("what was sold out was not to be paid", declined("SOLD_OUT")),
  HOLD_LAPSED("a hold ended without a charge", event("HoldLapsed")),
  ORDER_REPLACED(
      "an open invoice was replaced after a change of prices",
      from("InvoiceRequested", "OPEN", "EXPIRED")),
  PAID_AFTER_THE_HOLD(
      "an order was paid after its hold had lapsed", from("ChargeReceived", "OPEN", "PAID")),
  PAID_AFTER_EXPIRY(
      "an order was paid after it had expired", from("ChargeReceived", "EXPIRED", "PAID")),
  SECOND_CHARGE("an order was paid twice", said("ChargeReceived", "SECOND_CHARGE")),
  OWNERLESS_CHARGE(
      "a charge had our payload and no order", said("ChargeReceived", "OWNERLESS_CHARGE")),
  SOLD_OUT_AFTER_PAYMENT(
      "the last piece was gone when the charge came", said("ChargeReceived", "sold out before")),
  SENT_BACK_BY_POLICY(
      "a charge went back without anybody asking", said("ChargeReceived", "%sent back by policy")),
  CHARGE_UNREADABLE(
      "a payment was no number of Stars", "\"case\" WHERE reason = 'UNREADABLE_CHARGE'"),
  CHARGE_RECOVERED(
      "only the statement told of a charge",
      said("ChargeReceived", "%recovered from the statement")),
  CHARGE_MISSING("the statement lacked a charge", event("ChargeMissing")),
  REFUND_REQUESTED("a refund was asked for", event("RefundRequested")),
  REFUND_OF_OWED_GOODS(
      "a refund came before the goods had left",
      "outbox WHERE kind = 'HAND_OVER' AND state = 'WITHDRAWN'"),
  REFUND_CONFIRMED("Telegram said that a refund was made", event("RefundConfirmed")),
  REFUND_REFUSED("Telegram refused a refund", event("RefundRefused")),
  REFUND_LOST("a refund's answer was lost", event("RefundLost")),
  REFUND_NOT_SEEN(
      "a lost refund had not been made, and was asked for again", event("RefundNotSeen")),
  REFUND_SEEN_FIRST(
      "the refund's update came before its answer", from("RefundSeen", "REFUNDING", "REFUNDED")),
  REFUND_NOT_OURS("somebody else sent a charge back", "\"case\" WHERE reason = 'REFUND_NOT_OURS'"),
  REFUND_BEFORE_ITS_CHARGE(
      "a refund was seen before its charge", said("RefundSeen", "refunded before")),
  REFUND_READ("only the statement told of a refund", said("RefundSeen", "%read on the statement")),
  HANDED_OVER("goods reached their buyer", event("GoodsHandedOver")),
  HANDED_OVER_UNCERTAINLY(
      "goods left more than once, or perhaps", "outbox WHERE kind = 'HAND_OVER' AND uncertain = 1"),
  BUYER_UNREACHABLE("a buyer had blocked the bot", event("BuyerUnreachable")),
  FULFILMENT_FAILED("goods could not be handed over for good", event("FulfilmentFailed")),
  HANDED_OVER_AGAIN("a person had goods handed over once more", event("HandOverAsked")),
  GOODS_REVOKED("goods were taken back", event("GoodsRevoked")),
  CODE_REVOKED("a code that was shown went back for good", "code WHERE state = 'REVOKED'"),
  CHARGE_ACCEPTED("a person kept what came without an order", event("ChargeAccepted")),
  DEAD_LETTER("a message was given up", "outbox WHERE state = 'DEAD'"),
  FOREIGN_CHARGE(
      "other code of the bot had sold something", "posting WHERE to_account = 'FOREIGN'"),
  FOREIGN_REFUND(
      "other code of the bot had sent something back", "posting WHERE from_account = 'FOREIGN'"),
  WITHDRAWAL("Stars were withdrawn", "posting WHERE from_account = 'WITHDRAWALS'"),
  WITHDRAWAL_FAILED(
      "Stars came back from a withdrawal", "posting WHERE to_account = 'WITHDRAWALS'");

  private final String meaning;
  private final String rows;

  Rarity(String meaning, String rows) {
    this.meaning = meaning;
    this.rows = rows;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }

  /** How often it stands in the history of a database. */
  String question() {
    return "SELECT COUNT(*) FROM " + rows;
  }

  private static String event(String what) {
    return "event WHERE what = '%s'".formatted(what);
  }

  private static String said(String what, String detail) {
    return "event WHERE what = '%s' AND detail LIKE '%s%%'".formatted(what, detail);
  }

  private static String declined(String reason) {
    return "event WHERE what = 'CheckoutArrived' AND detail LIKE 'declined%%%s'".formatted(reason);
  }

  /** An event that found its subject in one state and left it in another. */
  private static String from(String what, String before, String after) {
    return """
        event e JOIN event f ON f.bot = e.bot AND f.subject = e.subject AND f.seq = e.seq - 1
        WHERE e.what = '%s' AND f.state = '%s' AND e.state = '%s'"""
        .formatted(what, before, after);
  }
}
