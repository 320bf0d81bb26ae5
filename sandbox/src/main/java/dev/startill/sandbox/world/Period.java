package dev.startill.sandbox.world;

/**
 * The stretch of a subscription that a charge paid for: whether it is the first of its series,
 * whether it is called recurring, and when it ends (Unix seconds).
 */
public record Period(boolean first, boolean recurring, long until) {
  /** No subscription: a single payment. */
  public static final Period NONE = new Period(false, false, 0);

  /** Whether the charge belongs to a subscription. */
  public boolean isPart() {
    return until > 0;
  }
}
