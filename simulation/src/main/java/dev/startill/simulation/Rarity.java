package dev.startill.simulation;

/** A state that is rare, as the database tells of it when a history is over. */
public enum Rarity {
  CHECKOUT_APPROVED("CheckoutArrived", "what = 'CheckoutArrived' AND state = 'APPROVED'"),
  STRANGER_DECLINED("", "what = 'CheckoutArrived' AND detail LIKE 'declined %SOMEBODY_ELSES'"),
  PAID_ALREADY("", "what = 'CheckoutArrived' AND detail LIKE 'declined %ALREADY_PAID'"),
  EXPIRED_DECLINED("", "what = 'CheckoutArrived' AND detail LIKE 'declined %EXPIRED'"),
  SOLD_OUT_DECLINED("", "what = 'CheckoutArrived' AND detail LIKE 'declined %SOLD_OUT'"),
  SECOND_CHARGE("", "what = 'ChargeReceived' AND detail LIKE 'SECOND_CHARGE%'"),
  SOLD_OUT_AFTER_PAYMENT("", "what = 'ChargeReceived' AND detail LIKE 'sold out before%'"),
  HOLD_LAPSED("", "what = 'HoldLapsed'"),
  CHECKOUT_UNANSWERED("", "what = 'CheckoutUnanswered'"),
  BUYER_UNREACHABLE("", "what = 'BuyerUnreachable'"),
  FULFILMENT_FAILED("", "what = 'FulfilmentFailed'");

  private final String meaning;
  private final String where;

  Rarity(String meaning, String where) {
    this.meaning = meaning;
    this.where = where;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }

  /** How often it stands in the history of a database. */
  String question() {
    return "SELECT COUNT(*) FROM event WHERE " + where;
  }
}
