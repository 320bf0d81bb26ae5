package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Store;
import dev.startill.settings.Settings;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.store.StoreContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchedStoreTest extends StoreContract {
  private final List<Duration> told = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  @Override
  protected Opened open(InstantSource clock, Settings settings) {
    var memory = new InMemoryStore(clock, settings, new Random(1));
    var store = new WatchedStore(memory, nanos::incrementAndGet, told::add);
    return new Opened(store, memory, memory.archive());
  }

  @Test
  void what_a_unit_took_is_told() {
    var store = open(InstantSource.system(), Settings.defaults()).store();
    var cursor = store.inTransaction(Store.Lane.ROUTINE, Store.Work::cursor);
    assertThat(cursor).isNotNull();
    assertThat(told).containsExactly(Duration.ofNanos(1));
  }
}
