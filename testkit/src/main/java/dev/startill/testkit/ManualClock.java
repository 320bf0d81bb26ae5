package dev.startill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is turned. Threads share it. */
public final class ManualClock implements InstantSource {
  private Instant now;

  /** Stands at this time. */
  public ManualClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Turns it on; the new time. */
  public synchronized Instant advance(Duration by) {
    now = now.plus(by);
    return now;
  }
}
