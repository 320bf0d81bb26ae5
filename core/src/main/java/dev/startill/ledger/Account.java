package dev.startill.ledger;

import java.util.Map;

/**
 * The chart of accounts. A balance is what postings moved in, less what they moved out. Inside
 * accounts say what the bot's Stars are; together they are what Telegram holds for it. Outside
 * accounts say where Stars came from and went to; together they are the same with the other sign.
 */
public enum Account {
  /** The buyers: Stars come from here and go back here. */
  BUYER(Side.OUTSIDE),
  /** Stars paid for orders of ours, and kept. */
  SALES(Side.INSIDE),
  /** Stars that came without an order to pay: held until somebody decides. */
  SUSPENSE(Side.INSIDE),
  /** Stars paid for invoices of other code of the same bot, or for nobody knows what, as yet. */
  FOREIGN(Side.INSIDE),
  /** Stars of charges whose refund is asked for, and not yet known to have left. */
  REFUNDING(Side.INSIDE),
  /** What the owner withdrew, less what came back: never positive but by a deposit. */
  WITHDRAWALS(Side.INSIDE),
  /** What was spent on Telegram Ads. */
  ADS(Side.INSIDE),
  /** What messages beyond the free rate cost. */
  BROADCASTS(Side.INSIDE),
  /** What gifts and Premium for others cost, less what gifts brought. */
  GIFTS(Side.INSIDE),
  /** What affiliates got of sales, less what the bot got as an affiliate. */
  COMMISSIONS(Side.INSIDE),
  /** Paid media, transfers and everything else that the statement tells of. */
  OTHER(Side.INSIDE),
  /** What left without a line on the statement, once the operator has said so. */
  UNEXPLAINED(Side.INSIDE),
  /** Fragment, where withdrawals go. */
  FRAGMENT(Side.OUTSIDE),
  /** Telegram itself, and everybody who is no buyer. */
  WORLD(Side.OUTSIDE);

  private final Side side;

  Account(Side side) {
    this.side = side;
  }

  /** Whether what is on it is held by Telegram for the bot. */
  public boolean isInside() {
    return side == Side.INSIDE;
  }

  /** What Telegram holds for the bot, if these are the balances, in nanostars. */
  public static long inside(Map<Account, Long> balances) {
    return balances.entrySet().stream()
        .filter(entry -> entry.getKey().isInside())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private enum Side {
    INSIDE,
    OUTSIDE
  }
}
