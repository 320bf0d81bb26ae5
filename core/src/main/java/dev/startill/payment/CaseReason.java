package dev.startill.payment;

/** Why a person must look. */
public enum CaseReason {
  /** A charge with our payload names an order or a link that we do not have. */
  OWNERLESS_CHARGE,
  /** An order was paid twice. */
  SECOND_CHARGE,
  /** A charge does not fit its order's terms. */
  MISMATCHED_CHARGE,
  /** An update told of a payment that is no amount of Stars. */
  UNREADABLE_CHARGE,
  /** Paid after the hold had lapsed and the last one was sold. */
  SOLD_OUT_AFTER_PAYMENT,
  /** Handing over the goods was given up. */
  FULFILMENT_FAILED,
  /** The buyer blocked the bot; the goods wait for the buyer's next message. */
  BUYER_UNREACHABLE,
  /** Telegram refused a refund. */
  REFUND_REFUSED,
  /** A refund's answer was lost; the statement will tell. */
  REFUND_UNKNOWN,
  /** A refund that nobody here asked for. */
  REFUND_NOT_OURS,
  /** Taking the goods back was given up. */
  REVOCATION_FAILED,
  /** A charge of ours that Telegram's statement does not have: a forged update, perhaps. */
  NOT_ON_STATEMENT,
  /** Telegram's statement is shorter than what was read of it, or begins otherwise. */
  STATEMENT_SHRANK,
  /** Telegram holds less for the bot, or more, than the ledger says. */
  BALANCE_DIFFERS,
  /** The buyer took the Stars back at the store. */
  CHARGED_BACK,
  /** Returned by us and taken back by the buyer: the same Stars left twice. */
  RETURNED_TWICE
}
