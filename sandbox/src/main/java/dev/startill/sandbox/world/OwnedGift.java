package dev.startill.sandbox.world;

/**
 * A gift that a user or a channel was given by a bot: when (Unix seconds), with which words, and
 * whether its upgrade is paid for.
 */
public record OwnedGift(
    long owner,
    long sender,
    Gift gift,
    long date,
    String text,
    String entities,
    boolean upgradePaid) {

  /** What the bot paid. */
  public long price() {
    return gift.stars() + (upgradePaid ? gift.upgradeStars() : 0);
  }
}
