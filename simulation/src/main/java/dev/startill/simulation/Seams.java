package dev.startill.simulation;

import org.jspecify.annotations.Nullable;

/**
 * The places where a process may die: each crossing of one of the engine's ports. They are counted,
 * and at the one that was drawn the life ends; every later crossing of that life ends it again. For
 * one thread.
 */
final class Seams {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Trace trace;
  private final Reached reached;
  private int crossed;
  private int last = NEVER;
  private @Nullable Seam fatal;
  private boolean dead;

  Seams(Trace trace, Reached reached) {
    this.trace = trace;
    this.reached = reached;
  }

  /** What lies at a seam. */
  enum Seam {
    BEFORE_BEGIN(Fault.CRASH_BEFORE_BEGIN),
    BEFORE_COMMIT(Fault.CRASH_BEFORE_COMMIT),
    AFTER_COMMIT(Fault.CRASH_AFTER_COMMIT),
    BEFORE_CALL(Fault.CRASH_BEFORE_CALL),
    AFTER_CALL(Fault.CRASH_AFTER_CALL),
    BEFORE_HANDLER(Fault.CRASH_BEFORE_HANDLER),
    AFTER_HANDLER(Fault.CRASH_AFTER_HANDLER),
    BEFORE_ACKNOWLEDGEMENT(Fault.CRASH_BEFORE_ACKNOWLEDGEMENT),
    AFTER_ACKNOWLEDGEMENT(Fault.CRASH_AFTER_ACKNOWLEDGEMENT);

    private final Fault fault;

    Seam(Fault fault) {
      this.fault = fault;
    }
  }

  /** A dead process reaches nothing. */
  void check() {
    if (dead) {
      throw new Crash("dead since crossing " + crossed);
    }
  }

  /** The engine, or somebody for it, crosses a port. */
  void cross(Seam seam) {
    check();
    crossed++;
    if (crossed == last || seam == fatal) {
      dead = true;
      reached.count(seam.fault);
      trace.say("CRASH at crossing " + crossed + ", " + seam);
      throw new Crash(seam.name());
    }
  }

  /** The life ends so many crossings from now. */
  void dieIn(int crossings) {
    last = crossed + crossings;
  }

  /** The life ends at the next seam of this kind. */
  void dieAt(Seam seam) {
    fatal = seam;
  }

  /** Nobody dies any more, until that is drawn again. */
  void spare() {
    last = NEVER;
    fatal = null;
  }

  /** Whether the present life is over. */
  boolean isDead() {
    return dead;
  }

  /** A new life. */
  void begin() {
    dead = false;
    spare();
  }

  /** How many crossings there were. */
  int crossed() {
    return crossed;
  }
}
