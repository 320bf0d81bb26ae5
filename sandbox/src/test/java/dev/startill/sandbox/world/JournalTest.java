package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  @Test
  void a_call_that_failed_unnoted_is_waited_for_no_more() throws InterruptedException {
    var calls = new Journal();
    long seq = calls.begin("sendMessage");
    assertThat(calls.settle(Duration.ofMillis(1))).isFalse();
    calls.leave(seq);
    assertThat(calls.settle(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void long_calls_push_older_ones_out() {
    var long1 = note("x".repeat(5_000_000));
    var long2 = note("y".repeat(5_000_000));
    assertThat(journal.find(entry -> true)).extracting(Journal.Entry::seq).containsExactly(long2);
    assertThat(long1).isLessThan(long2);
  }

  @Test
  void a_call_that_is_longer_than_all_may_be_is_kept_alone() {
    var huge = note("x".repeat(9_000_000));
    assertThat(journal.find(entry -> true)).extracting(Journal.Entry::seq).containsExactly(huge);
  }

  @Test
  void who_reads_waits_for_calls_that_have_begun_but_not_for_long_polls() throws Exception {
    var poll = journal.begin("getUpdates");
    assertThat(journal.settle(Duration.ofSeconds(10))).isTrue();
    var call = journal.begin("sendMessage");
    assertThat(journal.settle(Duration.ofMillis(20))).isFalse();
    var answer = Thread.ofVirtual().start(() -> end(call, "{}"));
    assertThat(journal.settle(Duration.ofSeconds(10))).isTrue();
    answer.join();
    assertThat(journal.find(entry -> entry.seq() > poll)).hasSize(1);
  }

  private long note(String response) {
    var seq = journal.begin("getMe");
    end(seq, response);
    return seq;
  }

  private void end(long seq, String response) {
    journal.end(
        new Journal.Entry(seq, Instant.EPOCH, Duration.ZERO, 1, "getMe", "{}", 200, response));
  }
}
