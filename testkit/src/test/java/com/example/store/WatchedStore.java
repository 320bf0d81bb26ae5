package com.example.store;

import dev.startill.party.BotId;
import dev.startill.port.Books;
import dev.startill.port.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Tells how long each unit of work took, of the store behind it. */
final class WatchedStore implements Store {
  private final Store store;
  private final LongSupplier nanos;
  private final Consumer<Duration> took;

  WatchedStore(Store store, LongSupplier nanos, Consumer<Duration> took) {
    this.store = store;
    this.nanos = nanos;
    this.took = took;
  }

  @Override
  public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
    var begun = nanos.getAsLong();
    try {
      return store.inTransaction(lane, unit);
    } finally {
      took.accept(Duration.ofNanos(nanos.getAsLong() - begun));
    }
  }

  @Override
  public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
    store.behind(unit, committed);
  }

  @Override
  public Optional<BotId> bot() {
    return store.bot();
  }

  @Override
  public Books books() {
    return store.books();
  }

  @Override
  public void close() {
    store.close();
  }
}
