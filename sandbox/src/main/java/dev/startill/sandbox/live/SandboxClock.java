package dev.startill.sandbox.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The sandbox's time: it runs like its base and can be moved ahead, never back. What falls due on
 * the way has happened when {@link #advance} returns. Thread-safe.
 */
public final class SandboxClock implements InstantSource {
  private final InstantSource base;
  private volatile Duration ahead;
  private volatile Runnable moved = () -> {};

  /** A clock that runs that far ahead of its base. */
  public SandboxClock(InstantSource base, Duration ahead) {
    this.base = base;
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead);
  }

  /**
   * Moves time ahead and lets happen what falls due.
   *
   * @throws IllegalArgumentException for a step back, or one beyond a thousand years
   */
  public void advance(Duration step) {
    if (step.isNegative() || step.toDays() > 365_000) {
      throw new IllegalArgumentException("The clock only moves ahead, by at most P365000D.");
    }
    synchronizedAdvance(step);
    moved.run();
  }

  /** How far this clock is ahead of its base. */
  public Duration ahead() {
    return ahead;
  }

  /** Whether the base is the machine's clock; any other may stand still, or be moved by hand. */
  boolean runsByItself() {
    return base.equals(InstantSource.system())
        || (base instanceof Clock clock && clock.equals(Clock.system(clock.getZone())));
  }

  void whenMoved(Runnable action) {
    moved = action;
  }

  private synchronized void synchronizedAdvance(Duration step) {
    ahead = ahead.plus(step);
  }
}
