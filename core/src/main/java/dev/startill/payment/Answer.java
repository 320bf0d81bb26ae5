package dev.startill.payment;

/**
 * Perishable: Telegram waits ten seconds for it. Said at once by whoever brought the update, never
 * stored. Immutable.
 */
public sealed interface Answer {
  /** Which checkout it answers. */
  CheckoutId checkout();

  /**
   * The buyer may pay.
   *
   * @param checkout which
   * @param order for which something is held
   * @param renewal whether an earlier checkout of the order may still be paid: should this answer
   *     fail, nothing is freed then
   */
  record Approve(CheckoutId checkout, OrderId order, boolean renewal) implements Answer {}

  /**
   * The buyer may not pay, and reads why.
   *
   * @param checkout which
   * @param reason why
   */
  record Decline(CheckoutId checkout, Reason reason) implements Answer {}

  /** Why a checkout is declined, in words for the buyer. */
  enum Reason {
    UNKNOWN_ORDER("This invoice is not known here. Please ask the shop for a new one."),
    EXPIRED("This invoice has expired. Please ask the shop for a new one."),
    ALREADY_PAID("This invoice has already been paid."),
    SOMEBODY_ELSES("This invoice was made for somebody else. Please ask the shop for your own."),
    WRONG_AMOUNT("The amount is not the one on the invoice. Please ask the shop for a new one."),
    SOLD_OUT("Sorry, this is sold out."),
    CLOSED("This offer has ended."),
    NOT_RECORDED("The shop cannot take your payment right now. Please try again in a minute.");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** What the buyer reads; Telegram shows it in the payment form. */
    public String text() {
      return text;
    }
  }
}
