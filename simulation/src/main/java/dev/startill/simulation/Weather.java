package dev.startill.simulation;

import java.util.List;

/**
 * How bad things are: draws what goes wrong at each port. Every history has a weather of its own,
 * from fair to foul, and at its end all clears up. For one thread.
 */
final class Weather {
  /** How a commit ends. */
  enum Commit {
    DONE,
    COMMIT_FAILED,
    COMMIT_UNKNOWN
  }

  /** How a call to Telegram ends. */
  enum Call {
    DONE,
    ANSWER_LOST,
    CALL_LOST,
    FLOOD,
    SERVER_ERROR,
    GARBAGE,
    UNSENT,
    REFUSED,
    REFUNDED_BY_REFUSAL,
    CALLED_REFUNDED
  }

  /** How a handler ends. */
  enum Handler {
    DONE,
    THREW_BEFORE,
    THREW_AFTER,
    HUNG_BEFORE,
    HUNG_AFTER
  }

  private static final List<Call> BAD_CALLS =
      List.of(
          Call.ANSWER_LOST,
          Call.ANSWER_LOST,
          Call.CALL_LOST,
          Call.FLOOD,
          Call.SERVER_ERROR,
          Call.GARBAGE,
          Call.UNSENT,
          Call.REFUSED,
          Call.REFUSED);
  private static final List<Handler> BAD_HANDLERS =
      List.of(Handler.THREW_BEFORE, Handler.THREW_AFTER, Handler.HUNG_BEFORE, Handler.HUNG_AFTER);

  private final Chance chance;
  private final int telegram;
  private final int handler;
  private final int store;
  private final int interludes;
  private boolean clear;

  Weather(Chance chance) {
    this.chance = chance;
    this.telegram = chance.of(List.of(0, 3, 6, 15));
    this.handler = chance.of(List.of(0, 2, 4));
    this.store = chance.of(List.of(0, 0, 8, 25));
    this.interludes = chance.of(List.of(0, 3, 8));
  }

  /** From now on nothing goes wrong. */
  void clearUp() {
    clear = true;
  }

  /** Whether something has gone, or may go, wrong. */
  boolean isFoul() {
    return !clear;
  }

  Call onCall() {
    return strikes(telegram) ? chance.of(BAD_CALLS) : Call.DONE;
  }

  /** Refunds have ways of their own to go wrong. */
  Call onRefund() {
    if (strikes(telegram) && chance.oneIn(2)) {
      return chance.oneIn(2) ? Call.CALLED_REFUNDED : Call.REFUNDED_BY_REFUSAL;
    }
    return onCall();
  }

  Handler onHandler() {
    return strikes(handler) ? chance.of(BAD_HANDLERS) : Handler.DONE;
  }

  boolean isLocked() {
    return strikes(store) && chance.oneIn(3);
  }

  boolean isSlowDisk() {
    return strikes(store) && chance.oneIn(6);
  }

  Commit onCommit() {
    if (!strikes(store)) {
      return Commit.DONE;
    }
    return chance.oneIn(2) ? Commit.COMMIT_FAILED : Commit.COMMIT_UNKNOWN;
  }

  /** Whether the disk may get full. */
  boolean fillsTheDisk() {
    return store > 0 && !clear;
  }

  /** Whether something else happens while a call is under way. */
  boolean hasInterlude() {
    return strikes(interludes);
  }

  /** How long a call takes, in milliseconds. */
  int latency() {
    return clear ? 50 : chance.of(List.of(0, 20, 80, 300));
  }

  private boolean strikes(int oneIn) {
    return !clear && chance.oneIn(oneIn);
  }
}
