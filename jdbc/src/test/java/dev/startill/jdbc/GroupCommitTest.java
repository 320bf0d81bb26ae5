package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches, stepped by hand. */
@Timeout(60)
class GroupCommitTest {
  @TempDir Path folder;
  private SteppedBatcher batcher = new SteppedBatcher();
  private JdbcStore store;

  @BeforeEach
  void open() {
    batcher = new SteppedBatcher();
    store = SqliteFile.in(folder).open(Settings.defaults(), batcher);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void units_that_wait_together_share_a_commit() throws Exception {
    var sales = new ArrayList<CompletableFuture<Boolean>>();
    for (var buyer = 1; buyer <= 20; buyer++) {
      sales.add(sale(buyer));
    }

    assertThat(batcher.step()).isTrue();

    for (var sale : sales) {
      assertThat(sale.get(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(store.stats()).isEqualTo(new JdbcStore.Stats(20, 1));
  }

  @Test
  void a_caller_waits_until_its_batch_is_on_disk() throws Exception {
    var sale = sale(1);
    assertThat(sale).isNotDone();

    batcher.step();

    assertThat(sale.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(SqliteFile.in(folder).count("SELECT COUNT(*) FROM charge")).isEqualTo(1);
  }

  @Test
  void checkouts_go_first() throws Exception {
    var ran = Collections.synchronizedList(new ArrayList<Lane>());
    var routine = queue(Lane.ROUTINE, work -> ran.add(Lane.ROUTINE));
    var checkout = queue(Lane.CHECKOUT, work -> ran.add(Lane.CHECKOUT));

    batcher.step();

    assertThat(routine.get(30, TimeUnit.SECONDS) && checkout.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).containsExactly(Lane.CHECKOUT, Lane.ROUTINE);
  }

  @Test
  void a_batch_is_bounded() throws Exception {
    for (var i = 0; i <= GroupCommit.MOST_UNITS; i++) {
      store.behind(work -> 1, done -> {});
    }

    assertThat(batcher.step()).isTrue();
    assertThat(batcher.step()).isTrue();

    assertThat(batcher.step()).isFalse();
    assertThat(store.stats().units()).isEqualTo(GroupCommit.MOST_UNITS + 1L);
  }

  @Test
  void a_unit_that_throws_leaves_the_others_of_its_batch_alone() throws Exception {
    var good = sale(1);
    var bad =
        queue(
            Lane.ROUTINE,
            work -> {
              throw new IllegalStateException("boom");
            });
    var alsoGood = sale(2);

    batcher.step();
    batcher.step();

    assertThat(good.get(30, TimeUnit.SECONDS) && alsoGood.get(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("boom");
    assertThat(SqliteFile.in(folder).count("SELECT COUNT(*) FROM charge")).isEqualTo(2);
  }

  @Test
  void after_a_failure_batches_are_careful_for_a_while() throws Exception {
    assertThat(runsBesideAFailure()).as("boldly, then in a savepoint").isEqualTo(2);
    assertThat(runsBesideAFailure()).as("in a savepoint at once").isEqualTo(1);
    for (var i = 0; i < GroupCommit.CAREFUL_BATCHES; i++) {
      store.behind(work -> 1, done -> {});
      batcher.step();
    }
    assertThat(runsBesideAFailure()).as("boldly again").isEqualTo(2);
  }

  @Test
  void a_checkout_gives_up_waiting_at_its_deadline_and_never_runs() {
    store.close();
    batcher = new SteppedBatcher();
    var soon = Duration.ofMillis(20);
    var d = Settings.defaults();
    store =
        SqliteFile.in(folder)
            .open(
                new Settings(
                    d.hold(),
                    d.orderValidity(),
                    soon,
                    d.lease(),
                    d.fulfilmentTimeout(),
                    d.joinedHandler(),
                    d.firstPause(),
                    d.longestPause(),
                    d.attempts(),
                    d.deliveries(),
                    d.claim(),
                    d.poll(),
                    d.soleOwner(),
                    d.retention(),
                    d.refunds(),
                    d.reconciling()),
                batcher);
    var ran = new ArrayList<String>();

    assertThatThrownBy(() -> store.inTransaction(Lane.CHECKOUT, work -> ran.add("ran")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("deadline");

    batcher.step();
    assertThat(ran).isEmpty();
  }

  @Test
  void closing_finishes_what_was_accepted() throws Exception {
    var sales = List.of(sale(1), sale(2), sale(3));

    store.close();

    for (var sale : sales) {
      assertThat(sale.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** How often a good unit ran that shared its batch with one that failed. */
  private int runsBesideAFailure() throws Exception {
    var runs = new AtomicInteger();
    var good = queue(Lane.ROUTINE, work -> runs.incrementAndGet());
    var bad =
        queue(
            Lane.ROUTINE,
            work -> {
              throw new IllegalStateException("boom");
            });
    batcher.step();
    assertThat(good.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bad).failsWithin(Duration.ofSeconds(30));
    return runs.get();
  }

  private CompletableFuture<Boolean> sale(long buyer) {
    var order = Sales.paid(buyer);
    return queue(Lane.ROUTINE, work -> Sales.commit(work, order));
  }

  /** Brings a unit to the store and returns once it waits there. */
  private CompletableFuture<Boolean> queue(Lane lane, Consumer<Store.Work> unit) {
    var outcome = new CompletableFuture<Boolean>();
    var caller = Thread.ofPlatform().start(() -> submit(lane, unit, outcome));
    while (caller.getState() != Thread.State.WAITING
        && caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return outcome;
  }

  private void submit(Lane lane, Consumer<Store.Work> unit, CompletableFuture<Boolean> outcome) {
    try {
      outcome.complete(
          store.inTransaction(
              lane,
              work -> {
                unit.accept(work);
                return true;
              }));
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }
}
