package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.StoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PulseTest {
  private static final long MOMENT = 1;

  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger questions = new AtomicInteger();
  private volatile Runnable store = () -> {};
  private final Pulse pulse = new Pulse(this::ask, time::get);

  @Test
  void a_store_that_answers_is_well() {
    assertThat(pulse.trouble()).isEmpty();
  }

  @Test
  void a_store_that_fails_is_told_of_without_what_the_error_says() {
    store =
        () -> {
          throw new StoreException("db.example: no route to it.");
        };
    assertThat(pulse.trouble()).hasValueSatisfying(why -> assertThat(why).contains("cannot reach"));
    assertThat(pulse.trouble().orElseThrow()).doesNotContain("db.example");
  }

  @Test
  void a_defect_while_asking_is_no_good_news() {
    store =
        () -> {
          throw new IllegalStateException("a defect");
        };
    assertThat(pulse.trouble()).isPresent();
  }

  @Test
  void an_answer_counts_for_a_second_and_no_longer() {
    assertThat(pulse.trouble()).isEmpty();
    store =
        () -> {
          throw new StoreException("Gone.");
        };
    time.addAndGet(Pulse.FRESH.toNanos() - MOMENT);
    assertThat(pulse.trouble()).isEmpty();
    assertThat(questions).hasValue(1);
    time.addAndGet(MOMENT);
    assertThat(pulse.trouble()).isPresent();
    assertThat(questions).hasValue(2);
  }

  @Test
  void silence_is_told_after_the_limit_and_asked_about_once() {
    var answers = new CountDownLatch(1);
    store = () -> await(answers);
    var begun = System.nanoTime();
    assertThat(pulse.trouble()).hasValueSatisfying(why -> assertThat(why).contains("not answered"));
    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(Pulse.LIMIT.toNanos());
    time.addAndGet(Pulse.LIMIT.toNanos());
    assertThat(pulse.trouble()).isPresent();
    assertThat(questions).hasValue(1);
    answers.countDown();
    while (questions.get() < 2) {
      pulse.trouble();
      Thread.onSpinWait();
    }
    assertThat(pulse.trouble()).isEmpty();
    assertThat(questions).hasValue(2);
  }

  private void ask() {
    questions.incrementAndGet();
    store.run();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
