package dev.startill.simulation;

import dev.startill.sandbox.world.Deliveries;
import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What all parts of one history share. For one thread. */
final class Stage implements AutoCloseable {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** The bot's number. */
  static final long BOT = 4_242;

  private static final Knobs KNOBS =
      Knobs.TELEGRAM.with(Knob.WITHDRAWAL_MINIMUM, 1L).with(Knob.UPDATE_IDS_RESTART, true);

  final Chance chance;
  final Trace trace = new Trace(START);
  final Reached reached = new Reached();
  final Seams seams = new Seams(trace, reached);
  final Weather weather;
  final World world;
  final Vault database;
  final Checker checker;
  final Refundings refundings = new Refundings(this);
  private Duration skew = Duration.ZERO;
  private int jumped;
  private boolean mute;
  private boolean transaction;
  private Runnable interlude = () -> {};

  Stage(long seed, Vault.Source vaults) throws SQLException {
    this.chance = new Chance(seed);
    this.weather = new Weather(chance.split());
    this.world = new World(START, chance.generator(), KNOBS, deliveries(), happening -> {});
    trace.by(() -> world.now());
    this.database = vaults.vault("history-" + seed + "-" + Thread.currentThread().threadId());
    this.checker = new Checker(this);
  }

  /** The engine's clock: the World's, or somewhat off. */
  InstantSource clock() {
    return () -> {
      if (jumped != 0) {
        reached.count(jumped < 0 ? Fault.CLOCK_BACK : Fault.CLOCK_FORTH);
        jumped = 0;
      }
      return world.now().plus(skew);
    };
  }

  /** The engine's clock is off by so much from now on. */
  void skew(Duration by) {
    jumped = by.compareTo(skew);
    skew = by;
    checker.jumped(by.toSeconds());
  }

  /** The engine's clock is right again. */
  void mendClock() {
    skew = Duration.ZERO;
    jumped = 0;
  }

  /** So many milliseconds pass. */
  void pass(long millis) {
    world.advanceTo(world.now().plusMillis(millis));
  }

  /** What may happen while a call is under way. */
  void interlude(Runnable something) {
    interlude = something;
  }

  /** A call is under way. */
  void waitForWorld() {
    pass(weather.latency());
    if (weather.hasInterlude()) {
      interlude.run();
    }
  }

  /** Whether a transaction of the engine's is open. */
  boolean isInTransaction() {
    return transaction;
  }

  /** A transaction of the engine's began, or ended. */
  void inTransaction(boolean open) {
    transaction = open;
  }

  /** Does something of which no update tells. */
  void silently(Runnable deed) {
    mute = true;
    try {
      deed.run();
    } finally {
      mute = false;
    }
  }

  private Deliveries deliveries() {
    return kind -> mute ? Deliveries.Way.LOST : Deliveries.Way.ONCE;
  }

  @Override
  public void close() throws SQLException {
    checker.close();
    database.close();
  }
}
