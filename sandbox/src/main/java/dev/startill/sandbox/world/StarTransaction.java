package dev.startill.sandbox.world;

/**
 * A line of somebody's books. The amount is positive either way; {@code incoming} gives the
 * direction. What goes back has the identifier of what came: a refund is an outgoing line with the
 * identifier of its payment. The date is Unix seconds.
 */
public record StarTransaction(
    String id, boolean incoming, Amount amount, long date, Partner partner) {

  /** What the line adds to its owner's balance; negative when it is outgoing. */
  public Amount change() {
    return incoming ? amount : amount.negated();
  }

  StarTransaction with(Partner other) {
    return new StarTransaction(id, incoming, amount, date, other);
  }
}
