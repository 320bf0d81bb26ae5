package dev.startill.sandbox.faults;

/**
 * Something that goes wrong. {@code target} is a Bot API method in lower case, a kind of update, or
 * {@code *}.
 */
public record Fault(
    boolean delivery,
    String target,
    boolean afterEffect,
    Action action,
    int errorCode,
    String description,
    int retryAfter,
    int percent) {

  /** What goes wrong. Duplicates are for deliveries; errors and hangs for methods. */
  public enum Action {
    ERROR,
    HANG,
    DROP,
    DUPLICATE,
    REORDER
  }

  boolean hits(boolean aDelivery, String name) {
    return delivery == aDelivery && (target.equals("*") || target.equals(name));
  }
}
