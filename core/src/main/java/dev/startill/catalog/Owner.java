package dev.startill.catalog;

import dev.startill.party.BuyerId;

/** Who may pay. Immutable. */
public sealed interface Owner {
  /** Whether this buyer may pay. */
  boolean allows(BuyerId buyer);

  /** Whoever holds the invoice link. */
  record Anyone() implements Owner {
    @Override
    public boolean allows(BuyerId buyer) {
      return true;
    }
  }

  /**
   * One buyer alone.
   *
   * @param buyer for whom the invoice was made
   */
  record Only(BuyerId buyer) implements Owner {
    @Override
    public boolean allows(BuyerId other) {
      return buyer.equals(other);
    }
  }
}
