package dev.startill.payment;

/** What a person can do about a case, and what that will do. */
public enum Resolution {
  /** The charge goes back to the buyer; goods that left are taken back first. */
  REFUND("Send the Stars back to the buyer. Goods that left are taken back first."),
  /** The goods are handed over once more. */
  DELIVER("Try again to hand over the goods, from the first attempt on."),
  /** Stars without an order become a sale. */
  ACCEPT("Keep the Stars as a sale. The buyer gets nothing for them from here."),
  /** The charge was taken back at the store; goods that left are taken back. */
  CHARGEBACK(
      "Book that the buyer took this charge back at the store. Goods that left are taken back."),
  /** What Telegram holds less, or more, is booked as unexplained. */
  WRITE_OFF("Book the difference as unexplained, so that the ledger is what Telegram holds."),
  /** Nothing changes; the case is closed with a note. */
  CLOSE("Close the case and change nothing.");

  private final String effect;

  Resolution(String effect) {
    this.effect = effect;
  }

  /** What it will do, for the person who decides. */
  public String effect() {
    return effect;
  }
}
