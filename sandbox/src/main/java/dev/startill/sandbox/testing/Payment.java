package dev.startill.sandbox.testing;

/**
 * How a payment ended, as the buyer's client tells a Mini App: {@code paid}, {@code failed}, {@code
 * cancelled} or {@code pending}. {@code error} holds the words that the buyer reads and {@code
 * code} Telegram's name for it; both are empty unless it failed.
 */
public record Payment(String status, String chargeId, String error, String code) {
  /** Whether the Stars moved. */
  public boolean isPaid() {
    return status.equals("paid");
  }

  /**
   * The charge's identifier, {@code telegram_payment_charge_id}.
   *
   * @throws AssertionError when the payment did not succeed
   */
  public String charge() {
    if (!isPaid()) {
      throw new AssertionError("The payment is " + status + ", not paid: " + error);
    }
    return chargeId;
  }
}
