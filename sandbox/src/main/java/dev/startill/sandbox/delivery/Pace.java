package dev.startill.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;

/** When a bot polled last and from where, and until when a conflict is told late (Client.cpp). */
record Pace(long offset, Instant polled, Instant calmFrom) {
  static final Duration EAGER = Duration.ofSeconds(3);
  private static final Duration HASTY = Duration.ofMillis(500);

  static final Pace NONE = new Pace(-1, Instant.EPOCH, Instant.EPOCH);

  boolean isEager(long from, Instant now) {
    return from == offset && now.isBefore(polled.plus(EAGER));
  }

  boolean isHasty(long from, Instant now) {
    return from == offset && now.isBefore(polled.plus(HASTY));
  }

  boolean isCalm(Instant now) {
    return !now.isBefore(calmFrom);
  }

  Pace polled(long from, Instant now) {
    return new Pace(from, now, calmFrom);
  }

  Pace conflicted(Instant now) {
    return isCalm(now) ? new Pace(offset, polled, now.plus(EAGER)) : this;
  }
}
