package dev.startill.payment;

/**
 * Stars that came for us but pay for no order. Held in account Suspense, visible, never dropped.
 * Immutable.
 *
 * @param charge the Stars
 * @param why why no order took it
 * @param payload what its invoice carried
 */
public record StrayCharge(Charge charge, Why why, Payload payload) implements Home {
  /** Why a charge pays for no order. */
  public enum Why {
    /** Its payload names an order or a link that we do not have (a restored backup, perhaps). */
    OWNERLESS,
    /** Its order was already paid by another charge. */
    SECOND,
    /** Amount or payer are not those of the order's terms. */
    MISMATCHED,
    /** A person looked, and keeps it as a sale. */
    ACCEPTED
  }

  /** The same Stars, kept as a sale by decision. */
  public StrayCharge accepted() {
    return new StrayCharge(charge, Why.ACCEPTED, payload);
  }

  /** The same stray charge, its Stars elsewhere. */
  public StrayCharge standing(Standing next) {
    return new StrayCharge(charge.standing(next), why, payload);
  }
}
