package dev.startill.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {
  @Property
  void are_exact_in_nanostars(@ForAll @LongRange(min = 1, max = Stars.MOST) long count) {
    assertThat(new Stars(count).toNanos() / Stars.NANOS_PER_STAR).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Stars.MOST + 1, Long.MAX_VALUE})
  void below_one_or_beyond_what_anybody_pays_are_refused(long count) {
    assertThatThrownBy(() -> new Stars(count)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_as_telegram_writes_them() {
    assertThat(new Stars(50)).hasToString("50 XTR").isGreaterThan(new Stars(49));
  }
}
