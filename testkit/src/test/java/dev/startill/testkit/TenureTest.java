package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.node.Tenure;
import dev.startill.port.Books;
import dev.startill.port.Lease;
import dev.startill.port.Lease.Duty;
import dev.startill.port.NodeId;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes, one duty, and a watch that is turned by hand. */
@Timeout(30)
class TenureTest {
  private static final Duration LIFE = Duration.ofSeconds(6);

  private final ManualClock clock = new ManualClock(Fixtures.NOON);
  private final Outage store =
      new Outage(
          new InMemoryStore(clock, Settings.defaults(), RandomGenerator.of("L64X128MixRandom")));
  private final Tenure one = of("one", store);
  private final Tenure other = of("other", store);

  @Test
  void the_first_who_looks_has_it_and_the_other_sees_who() {
    one.attend();
    other.attend();

    assertThat(one.isOurs()).isTrue();
    assertThat(other.isOurs()).isFalse();
    assertThat(other.seen()).map(Lease::holder).contains(new NodeId("one"));
    assertThat(other.seen()).isEqualTo(one.held());
  }

  @Test
  void who_attends_to_it_keeps_it() {
    for (var third = 0; third < 20; third++) {
      one.attend();
      other.attend();
      clock.advance(LIFE.dividedBy(3));
    }

    assertThat(one.held()).map(Lease::token).contains(1L);
    assertThat(other.isOurs()).isFalse();
  }

  @Test
  void who_was_frozen_knows_it_at_once_and_before_it_asks_anybody() {
    one.attend();
    var lease = one.held().orElseThrow();
    clock.advance(LIFE);

    assertThat(one.isOurs()).isFalse();
    assertThat(one.holds(lease)).isFalse();
    other.attend();
    one.attend();

    assertThat(one.isOurs()).isFalse();
    assertThat(other.held().orElseThrow().token()).isGreaterThan(lease.token());
  }

  @Test
  void who_was_frozen_goes_on_under_its_token_if_nobody_took_over() {
    one.attend();
    var lease = one.held().orElseThrow();
    clock.advance(LIFE.multipliedBy(10));

    one.attend();

    assertThat(one.holds(lease)).isTrue();
  }

  @Test
  void never_do_two_believe_that_they_have_it() {
    var chance = RandomGenerator.of("L64X128MixRandom");
    for (var step = 0; step < 3_000; step++) {
      var node = chance.nextBoolean() ? one : other;
      store.fails = chance.nextInt(10) == 0;
      store.forgets = chance.nextInt(10) == 0;
      node.attend();
      clock.advance(Duration.ofMillis(chance.nextInt(3000)));
      assertThat(one.isOurs() && other.isOurs()).isFalse();
    }
  }

  @Test
  void a_store_that_cannot_be_asked_ends_it_when_its_life_is_over() {
    one.attend();
    store.fails = true;

    clock.advance(LIFE.minusMillis(1));
    one.attend();
    assertThat(one.isOurs()).isTrue();
    clock.advance(Duration.ofMillis(1));
    one.attend();

    assertThat(one.isOurs()).isFalse();
  }

  @Test
  void the_time_that_the_store_took_to_answer_counts() {
    store.before = () -> clock.advance(Duration.ofSeconds(5));
    one.attend();
    store.before = () -> {};

    clock.advance(Duration.ofSeconds(1));

    assertThat(one.isOurs()).isFalse();
    other.attend();
    assertThat(other.isOurs()).as("the store counts from when it was asked").isFalse();
  }

  @Test
  void closing_hands_it_over_at_once() {
    one.attend();

    one.close();

    assertThat(one.isOurs()).isFalse();
    other.attend();
    assertThat(other.isOurs()).isTrue();
    one.attend();
    assertThat(other.isOurs()).isTrue();
  }

  @Test
  void waiting_for_its_turn_and_for_its_end() throws InterruptedException {
    var lived = new AtomicReference<Lease>();
    var waiting =
        Thread.startVirtualThread(
            () -> {
              try {
                var lease = one.awaitTurn();
                lived.set(lease);
                one.awaitEnd(lease);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    one.attend();
    while (lived.get() == null) {
      Thread.onSpinWait();
    }
    assertThat(waiting.isAlive()).isTrue();

    one.close();

    assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    assertThat(lived.get().duty()).isEqualTo(Duty.POLLER);
  }

  private Tenure of(String node, Store where) {
    return Tenure.of(
        where,
        Duty.POLLER,
        new NodeId(node),
        LIFE,
        () -> Duration.between(Fixtures.NOON, clock.instant()).toNanos());
  }

  /** A store that fails on demand, before the unit or after its commit. */
  private static final class Outage implements Store {
    private final Store store;
    private boolean fails;
    private boolean forgets;
    private Runnable before = () -> {};

    Outage(Store store) {
      this.store = store;
    }

    @Override
    public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
      before.run();
      if (fails) {
        throw new StoreException("The network is down.");
      }
      var result = store.inTransaction(lane, unit);
      if (forgets) {
        throw new StoreException("Nobody knows whether it was recorded.");
      }
      return result;
    }

    @Override
    public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
      store.behind(unit, committed);
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
}
