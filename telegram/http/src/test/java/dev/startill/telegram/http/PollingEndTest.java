package dev.startill.telegram.http;

import static dev.startill.telegram.http.QueueOfUpdates.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Polling that is closed, or whose turn is over. */
class PollingEndTest extends PollingCase {
  @Test
  void closing_waits_for_what_is_being_handled_and_acknowledges_it() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    queue.add(message(1, 1));
    var polling =
        bot.poll(
            QUICK,
            incoming -> {
              begun.countDown();
              await(release);
            });
    await(begun);
    var closing = Thread.startVirtualThread(() -> polling.close(Duration.ofSeconds(5)));
    release.countDown();
    assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
    assertThat(queue.confirmedBelow()).isEqualTo(2);
  }

  @Test
  void closing_gives_up_after_a_while_and_acknowledges_nothing() {
    var begun = new CountDownLatch(1);
    queue.add(message(1, 1));
    var polling =
        bot.poll(
            QUICK,
            incoming -> {
              begun.countDown();
              await(new CountDownLatch(1));
            });
    await(begun);
    assertThat(polling.close(Duration.ofMillis(100))).isFalse();
    assertThat(queue.confirmedBelow()).isLessThan(2);
  }

  @Test
  void it_ends_when_its_turn_is_over_and_acknowledges_nothing_more() {
    var ours = new AtomicBoolean(true);
    queue.add(message(1, 1));
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              handled.add(id(incoming));
              ours.set(false);
            },
            ours::get)) {
      eventually(() -> handled.contains(1L));
      queue.add(message(2, 1));
      assertThat(polling.close(Duration.ofSeconds(4))).isTrue();
      assertThat(polling.trouble()).isEmpty();
    }
    assertThat(handled).containsExactly(1L);
    assertThat(queue.confirmedBelow()).isLessThan(2);
  }

  @Test
  void what_is_answered_after_its_turn_is_left_to_the_next() {
    var ours = new AtomicBoolean(true);
    var slow = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    queue.add(message(1, 1));
    api.on(
        "getUpdates",
        (exchange, call) -> {
          asked.countDown();
          await(slow);
          queue.act(exchange, call);
        });
    try (var frozen = bot.poll(QUICK, incoming -> handled.add(id(incoming)), ours::get)) {
      await(asked);
      ours.set(false);
      slow.countDown();
      assertThat(frozen.close(Duration.ofSeconds(5))).isTrue();
    }
    assertThat(handled).isEmpty();
    assertThat(queue.confirmedBelow()).isZero();
    try (var next = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 2);
      assertThat(next.trouble()).isEmpty();
    }
    assertThat(handled).containsExactly(1L);
  }
}
