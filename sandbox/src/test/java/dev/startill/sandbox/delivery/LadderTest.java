package dev.startill.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LadderTest {
  private final Ladder ladder = new Ladder(new Random(1));

  @Test
  void the_first_pause_is_none_and_each_later_one_twice_as_long_up_to_a_bound() {
    var pauses = new ArrayList<Long>();
    for (int i = 0; i < 12; i++) {
      pauses.add(ladder.pause(0).toSeconds());
    }
    assertThat(pauses.subList(0, 6)).containsExactly(0L, 2L, 4L, 8L, 16L, 32L);
    assertThat(pauses.subList(6, 12)).allMatch(pause -> pause >= 60 && pause <= 120);
  }

  @Test
  void a_wish_takes_a_pauses_place_up_to_an_hour() {
    assertThat(ladder.pause(7)).hasSeconds(7);
    assertThat(ladder.pause(100_000)).hasSeconds(3600);
    assertThat(ladder.pause(0)).hasSeconds(2);
  }
}
