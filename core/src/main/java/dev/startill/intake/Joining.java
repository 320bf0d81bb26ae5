package dev.startill.intake;

import dev.startill.payment.PaymentEvent;
import dev.startill.port.Due;
import dev.startill.port.Store.Work;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same door, for what a handler does in the transaction that records it. The record and the
 * goods are one commit: where the one is not wanted, the other is taken back with it. Threads share
 * it. Made by {@link Intake#joining()}.
 */
public final class Joining {
  private final Deliberation deliberation;
  private final Consumer<Decided> told;

  Joining(Deliberation deliberation, Consumer<Decided> told) {
    this.deliberation = deliberation;
    this.told = told;
  }

  /** Does what has to be done, then runs the mark in the same transaction. */
  @FunctionalInterface
  public interface Deed {
    /**
     * Does it.
     *
     * @return what the mark gave, once both are durable
     * @throws Exception if nothing of both is kept, or nobody knows
     */
    Decided done(Function<Work, Decided> mark) throws Exception;
  }

  /** What came of a deed that threw nothing. */
  public enum Result {
    /** It is recorded, and what was done is kept. */
    RECORDED,
    /** Somebody else tries now, or succeeded: what was done here was taken back. */
    OVERTAKEN,
    /** The order does not wait for it any more: what was done was taken back. */
    UNWANTED
  }

  /**
   * Has a message carried out, and its outcome recorded in one transaction with that.
   *
   * @throws Exception what the deed threw
   */
  public Result carryOut(Due due, PaymentEvent outcome, Deed deed) throws Exception {
    try {
      told.accept(deed.done(work -> mark(work, due, outcome)));
      return Result.RECORDED;
    } catch (TakeBack because) {
      return because.result;
    }
  }

  /** Whoever claimed the message anew is the one whose deed counts. */
  private Decided mark(Work work, Due due, PaymentEvent outcome) {
    if (!work.holds(due)) {
      throw new TakeBack(Result.OVERTAKEN);
    }
    var decided = deliberation.take(work, outcome, Optional.of(due.id()));
    if (decided.transition().isQuiet()) {
      throw new TakeBack(Result.UNWANTED);
    }
    return decided;
  }

  /** Ends the transaction that the mark is part of. */
  private static final class TakeBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Result result;

    TakeBack(Result result) {
      super("The hand-over is taken back: " + result, null, false, false);
      this.result = result;
    }
  }
}
