package dev.startill.payment;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import java.time.Instant;

/**
 * Stars that arrived: a fact, booked whatever else is true. Immutable.
 *
 * @param id Telegram's id of it
 * @param buyer who paid
 * @param amount how much
 * @param at when Telegram says that it was paid
 * @param standing where the Stars are now
 */
public record Charge(ChargeId id, BuyerId buyer, Stars amount, Instant at, Standing standing) {
  /** Stars that have just arrived. */
  public static Charge kept(ChargeId id, BuyerId buyer, Stars amount, Instant at) {
    return new Charge(id, buyer, amount, at, new Standing.Kept());
  }

  /** The same charge, its Stars elsewhere. */
  public Charge standing(Standing next) {
    return new Charge(id, buyer, amount, at, next);
  }
}
