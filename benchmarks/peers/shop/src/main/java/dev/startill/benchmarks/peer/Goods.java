package dev.startill.benchmarks.peer;

/** What the shops sell, as the one for Node does. */
public final class Goods {
  /** Its title. */
  public static final String TITLE = "Premium PDF Guide";

  /** What it is. */
  public static final String DESCRIPTION =
      "A complete PDF guide on integrating payment APIs into bots.";

  /** What its invoices carry. */
  public static final String PAYLOAD = "premium-guide";

  /** In Stars. */
  public static final int PRICE = 50;

  private Goods() {}

  /** What whoever paid is told. */
  public static String delivered(String charge) {
    return "Here it is: https://shop.example/guide.pdf (order " + charge + ")";
  }
}
