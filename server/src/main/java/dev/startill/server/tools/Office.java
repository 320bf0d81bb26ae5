package dev.startill.server.tools;

import dev.startill.Startill;
import dev.startill.jdbc.JdbcStore;
import dev.startill.jdbc.ServeLock;
import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.Lease;
import dev.startill.port.SettingsException;
import dev.startill.port.Store;
import dev.startill.server.config.Config;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Where a tool works: the store, opened beside whoever serves it, and an engine that was not
 * started. For one thread.
 */
final class Office implements AutoCloseable {
  /** How long one waits to see what came of a decision. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Config config;
  private final InstantSource clock = InstantSource.system();
  private final JdbcStore store;
  private final HttpBot bot;
  private final Startill startill;

  private Office(Config config) {
    this.config = config;
    var telegram = config.telegram();
    var random = new SecureRandom();
    var limits =
        HttpSettings.defaults().withLimits(telegram.perSecond(), telegram.perChatPerSecond());
    this.bot = HttpBot.at(telegram.api(), telegram.token(), limits);
    this.store = store(config, clock, random);
    this.startill =
        Startill.over(store, bot.telegram())
            .selling(config.catalog())
            .settings(config.settings())
            .clock(clock)
            .random(random)
            .build();
  }

  /**
   * Opens a store that is there already: a tool that was called in the wrong folder must not make a
   * new one, and find that all is well in it.
   */
  static Office open(Config config) {
    config
        .database()
        .filter(file -> !Files.exists(file))
        .ifPresent(
            file -> {
              throw new SettingsException(
                  "There is no database %s yet. Begin with './startill serve', or name another shop with --config."
                      .formatted(file.toAbsolutePath()));
            });
    return new Office(config);
  }

  private static JdbcStore store(Config config, InstantSource clock, SecureRandom random) {
    var bot = config.telegram().token().id();
    return config.migrates()
        ? JdbcStore.open(config.login(), bot, config.settings(), clock, random)
        : JdbcStore.openPrepared(config.login(), bot, config.settings(), clock, random);
  }

  Config config() {
    return config;
  }

  InstantSource clock() {
    return clock;
  }

  Startill startill() {
    return startill;
  }

  Store store() {
    return store;
  }

  Books books() {
    return store.books();
  }

  Archive archive() {
    return store.archive();
  }

  HttpBot bot() {
    return bot;
  }

  /** Whether a server runs on this store, which sends what the outbox holds. */
  boolean isServed() {
    return config.isShared()
        ? store.<Boolean>inTransaction(
            Store.Lane.ROUTINE, work -> work.leases().held(Lease.Duty.ROUNDS).isPresent())
        : ServeLock.holder(config.store()).isPresent();
  }

  /**
   * Sees a decision through: waits for the server to do it, or does it here where none runs.
   *
   * @return whether it came to its end in time
   */
  boolean await(BooleanSupplier end) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!end.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        return false;
      }
      if ((isServed() || startill.step() == 0) && !rest()) {
        return false;
      }
    }
    return true;
  }

  /** Sends what is due, for a while, where no server runs to do it. */
  void sendDue() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!isServed() && startill.step() > 0 && System.nanoTime() - until < 0) {
      // What it sent may have called for more.
    }
  }

  @Override
  public void close() {
    startill.close();
    store.close();
    bot.close();
  }

  /** Waits a moment; whether one may go on after it. */
  boolean rest() {
    try {
      return !new CountDownLatch(1).await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
