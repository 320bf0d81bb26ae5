package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each number is an update; the hundreds tell the chat. */
@Timeout(20)
class BatchesTest {
  private final ConcurrentLinkedQueue<Integer> handled = new ConcurrentLinkedQueue<>();

  @Test
  void a_batch_is_done_when_all_of_it_is() {
    try (var batches =
        new Batches<Integer>(BatchesTest::incoming, (incoming, update) -> handled.add(update))) {
      assertThat(batches.takeIn(List.of(101, 201, 102))).isEqualTo(3);
      assertThat(handled).containsExactlyInAnyOrder(101, 201, 102).containsSubsequence(101, 102);
      assertThat(batches.takeIn(List.of())).isZero();
      assertThat(batches.takeIn(List.of(103))).isEqualTo(1);
    }
  }

  @Test
  void a_store_that_is_away_is_waited_for() {
    var failures = new AtomicInteger(3);
    try (var batches =
        new Batches<Integer>(
            BatchesTest::incoming,
            (incoming, update) -> {
              if (update == 101 && failures.getAndDecrement() > 0) {
                throw new StoreException("The database is away.");
              }
              handled.add(update);
            })) {
      assertThat(batches.takeIn(List.of(101, 102, 201))).isEqualTo(3);
      assertThat(handled).containsExactlyInAnyOrder(101, 102, 201).containsSubsequence(101, 102);
    }
  }

  @Test
  void a_defect_of_the_bots_own_code_is_given_up_soon() {
    try (var batches =
        new Batches<Integer>(
            BatchesTest::incoming,
            (incoming, update) -> {
              handled.add(update);
              if (update == 101) {
                throw new IllegalStateException("a defect");
              }
            })) {
      assertThat(batches.takeIn(List.of(101, 102))).isEqualTo(2);
      assertThat(handled).containsExactly(101, 101, 101, 102);
    }
  }

  @Test
  void what_is_not_done_when_it_is_closed_is_not_acknowledged() throws Exception {
    var never = new CountDownLatch(1);
    var begun = new CountDownLatch(2);
    var batches =
        new Batches<Integer>(
            BatchesTest::incoming,
            (incoming, update) -> {
              handled.add(update);
              begun.countDown();
              if (update == 201) {
                await(never);
              }
            });
    var done = CompletableFuture.supplyAsync(() -> batches.takeIn(List.of(101, 201, 202)));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    batches.close();
    assertThat(done).succeedsWithin(Duration.ofSeconds(10)).isIn(0, 1);
    assertThat(handled).doesNotContain(202);
    assertThat(batches.takeIn(List.of(301))).isZero();
    assertThat(handled).doesNotContain(301);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Incoming incoming(int update) {
    return new Incoming.Understood(
        update, new Update.Spoke(new BuyerId(update / 100)), new Incoming.Silence());
  }
}
