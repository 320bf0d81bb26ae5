package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

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

  private long note(String response) {
    var seq = journal.begin();
    journal.end(
        new Journal.Entry(seq, Instant.EPOCH, Duration.ZERO, 1, "getMe", "{}", 200, response));
    return seq;
  }
}
