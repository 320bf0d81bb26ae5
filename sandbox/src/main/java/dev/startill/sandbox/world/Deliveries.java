package dev.startill.sandbox.world;

/** Decides how often an update of this kind reaches its bot; one is the ordinary answer. */
@FunctionalInterface
public interface Deliveries {
  /** 0 loses the update, 2 delivers it twice. */
  int copies(String kind);

  /**
   * Whether the refund of a subscription's charge takes effect but is not told, as in January 2025
   * (tdlib/telegram-bot-api#690).
   */
  default boolean hidesRefund() {
    return false;
  }

  /** Nothing goes wrong. */
  Deliveries FAITHFUL = kind -> 1;
}
