package dev.startill.sandbox.faults;

import java.util.Locale;

/**
 * Something that goes wrong. {@code name} is a Bot API method, a kind of update, or {@code *}; or
 * it is that of a preset.
 */
public record Fault(
    Target target,
    String name,
    boolean afterEffect,
    Action action,
    int errorCode,
    String description,
    int retryAfter,
    int percent) {

  /** What a fault strikes. */
  public enum Target {
    METHOD,
    DELIVERY,
    /** What a real bug of Telegram's did, under the bug's name. */
    PRESET;

    /** The word for the control interface. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What goes wrong. */
  public enum Action {
    /** A method answers an error. */
    ERROR,
    /** A method never answers. */
    HANG,
    /** A method's connection ends without an answer, or an update is lost. */
    DROP,
    /** An update comes once more after it was taken. */
    DUPLICATE,
    /** An update comes behind the next one. */
    REORDER;

    /** The word for the control interface. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a delivery, or a method, can go wrong like that. */
    public boolean isFor(boolean delivery) {
      return switch (this) {
        case ERROR, HANG -> !delivery;
        case DROP -> true;
        case DUPLICATE, REORDER -> delivery;
      };
    }

    /** Why it cannot happen to the other of them. */
    public String misplaced() {
      return switch (this) {
        case ERROR, HANG -> word() + " is for methods: an update has no answer that could be one";
        case DROP -> "";
        case DUPLICATE, REORDER ->
            word() + " is for deliveries: a call has one answer, in its turn";
      };
    }
  }

  boolean hits(Target struck, String called) {
    return target == struck && (name.equals("*") || name.equalsIgnoreCase(called));
  }
}
