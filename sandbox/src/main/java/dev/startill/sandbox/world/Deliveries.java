package dev.startill.sandbox.world;

/** Decides which way an update of this kind goes to its bot. */
@FunctionalInterface
public interface Deliveries {
  /** How an update reaches its bot. */
  enum Way {
    /** As it should. */
    ONCE,
    /** And once more after it was taken. */
    TWICE,
    /** Never. */
    LOST,
    /** Behind the one that comes next. */
    LATE
  }

  /** The way of an update that is about to be queued. */
  Way way(String kind);

  /**
   * Whether the refund of a subscription's charge takes effect but is not told, as in January 2025
   * (tdlib/telegram-bot-api#690).
   */
  default boolean hidesRefund() {
    return false;
  }

  /** Nothing goes wrong. */
  Deliveries FAITHFUL = kind -> Way.ONCE;
}
