package dev.startill.sandbox.world;

/**
 * A gift that can be bought: what it costs, what its upgrade costs (0 when there is none), and how
 * many were ever made (0 for no limit). Its sticker is known by an emoji alone.
 */
public record Gift(long id, String emoji, long stars, long upgradeStars, long total) {
  /** Whether only so many were made. */
  public boolean isLimited() {
    return total > 0;
  }
}
