package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bounds of a queue, as TQueue.cpp and Client.cpp draw them. */
class MailboxTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Instant LATER = NOW.plus(Duration.ofDays(2));
  private static final int FIRST = 1_000;

  private final List<Fate> fates = new ArrayList<>();
  private final Mailbox box = new Mailbox(FIRST, (update, fate) -> fates.add(fate));

  @Test
  void an_update_over_half_a_mebibyte_is_dropped_and_leaves_no_gap() {
    put(1 << 19);
    assertThat(fates).containsExactly(Fate.DROPPED);
    put((1 << 19) - "\"message\":".length());
    assertThat(ids(0, 100)).containsExactly(FIRST);
  }

  @Test
  void a_queue_holds_a_hundred_thousand_updates() {
    for (int i = 0; i < 100_001; i++) {
      put(0);
    }
    assertThat(box.size(NOW)).isEqualTo(100_000);
    assertThat(fates).containsExactly(Fate.DROPPED);
  }

  @Test
  void a_queue_holds_128_mebibytes() {
    int most = (1 << 19) - "\"message\":".length();
    for (int i = 0; i < 257; i++) {
      put(most);
    }
    assertThat(box.size(NOW)).isEqualTo(256);
  }

  @Test
  void copies_count_towards_both_bounds() {
    put(0);
    for (int i = 1; i < 100_000; i++) {
      assertThat(box.repeat(FIRST, LATER)).isPresent();
    }
    assertThatThrownBy(() -> box.repeat(FIRST, LATER)).hasMessageContaining("queue is full");
    put(0);
    assertThat(fates).containsExactly(Fate.DROPPED);
    assertThat(box.size(NOW)).isEqualTo(100_000);
    assertThat(box.size(LATER)).isZero();
    put(0);
    assertThat(box.size(NOW)).isEqualTo(1);
  }

  @Test
  void copies_take_and_give_back_their_bytes() {
    int most = (1 << 19) - "\"message\":".length();
    put(most);
    for (int i = 1; i < 256; i++) {
      assertThat(box.repeat(FIRST, LATER)).isPresent();
    }
    assertThatThrownBy(() -> box.repeat(FIRST, LATER)).isInstanceOf(Refusal.class);
    assertThat(ids(0, 100)).hasSize(100);
    assertThat(box.repeat(FIRST, LATER)).isPresent();
  }

  @Test
  void an_answer_ends_at_four_mebibytes() {
    for (int i = 0; i < 10; i++) {
      put(500_000);
    }
    assertThat(ids(0, 100)).hasSize(8);
    assertThat(ids(FIRST + 8, 100)).containsExactly(FIRST + 8, FIRST + 9);
  }

  @Test
  void an_offset_ten_above_the_tail_confirms_and_one_farther_does_not() {
    for (int i = 0; i < 3; i++) {
      put(1);
    }
    assertThat(ids(FIRST + 3 + 11, 100)).hasSize(3);
    assertThat(ids(FIRST + 3 + 10, 100)).isEmpty();
    put(1);
    assertThat(ids(FIRST + 3 + 10, 100)).as("it is below the offset").isEmpty();
  }

  @Test
  void an_offset_far_below_the_head_is_ignored() {
    put(1);
    assertThat(ids(FIRST - 100_001, 100)).containsExactly(FIRST);
    assertThat(ids(FIRST - 99_999, 100)).containsExactly(FIRST);
  }

  @Test
  void what_is_skipped_unseen_is_dropped_and_what_is_old_expires() {
    put(1);
    put(1);
    assertThat(ids(-1, 100)).containsExactly(FIRST + 1);
    assertThat(fates).containsExactly(Fate.DROPPED, Fate.DELIVERED);
    assertThat(box.read(0, 100, NOW.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(fates).endsWith(Fate.EXPIRED);
  }

  private List<Integer> ids(long offset, int limit) {
    return box.read(offset, limit, NOW).stream().map(letter -> letter.update().id()).toList();
  }

  private void put(int length) {
    var chat = new Chat.Private(1, 2);
    var message =
        new Message(1, chat, 2, NOW.getEpochSecond(), 0, new Content.Text("", ""), "", Marks.NONE);
    var update = new Update(0, 1, new Update.Arrived(message), NOW.plus(Duration.ofHours(24)), 1);
    var stored = box.put(new Letter(update, new byte[length]), NOW);
    assertThat(stored.isPresent()).isEqualTo(fates.isEmpty() || stored.isPresent());
  }
}
