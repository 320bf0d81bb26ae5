package dev.startill.testkit.junit;

import dev.startill.sandbox.Sandbox;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * What one test was given so far, made when it is first asked for. The store goes by the time that
 * the test turns out to have once all of its parameters are there. Threads share it.
 */
final class Kit {
  /** So that a run's ids are the last run's. */
  private static final long SEED = 1;

  private final RecordingTelegram telegram = new RecordingTelegram();
  private volatile @Nullable ManualClock clock;
  private volatile @Nullable Sandbox sandbox;
  private volatile @Nullable InMemoryStore store;

  synchronized ManualClock clock() {
    var known = clock;
    if (known != null) {
      return known;
    }
    if (sandbox != null) {
      throw new ParameterResolutionException(
          "This test's sandbox runs by the machine's clock already. Take the ManualClock where the"
              + " Sandbox is first taken, or in the test itself.");
    }
    var made = new ManualClock(Fixtures.NOON);
    clock = made;
    return made;
  }

  /** Starts it; whoever asks closes it. */
  synchronized Sandbox sandbox() {
    var base = clock;
    var made = Sandbox.builder().clock(base == null ? InstantSource.system() : base).start();
    sandbox = made;
    return made;
  }

  synchronized InMemoryStore store() {
    var known = store;
    if (known != null) {
      return known;
    }
    var made = new InMemoryStore(this::now, Settings.defaults(), new Random(SEED));
    store = made;
    return made;
  }

  RecordingTelegram telegram() {
    return telegram;
  }

  void close() {
    var made = store;
    if (made != null) {
      made.close();
    }
  }

  private Instant now() {
    var turnedByHand = clock;
    var telegrams = sandbox;
    if (turnedByHand != null && telegrams == null) {
      return turnedByHand.instant();
    }
    return telegrams == null ? InstantSource.system().instant() : telegrams.clock().instant();
  }
}
