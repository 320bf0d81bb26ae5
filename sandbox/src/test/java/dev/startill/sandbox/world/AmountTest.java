package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stars with billionths, against plain arithmetic. */
class AmountTest {
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  @Test
  void sums_are_exact_and_both_parts_keep_one_sign() {
    var chance = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      var one = any(chance);
      var two = any(chance);
      assertThat(exact(one.plus(two))).isEqualTo(exact(one).add(exact(two)));
      assertThat(exact(one.negated())).isEqualTo(exact(one).negate());
      assertThat(one.compareTo(two)).isEqualTo(exact(one).compareTo(exact(two)));
      int count = chance.nextInt(1_000);
      assertThat(exact(one.times(count))).isEqualTo(exact(one).multiply(BigInteger.valueOf(count)));
    }
  }

  @Test
  void ten_messages_at_a_tenth_are_one_star() {
    assertThat(new Amount(0, 100_000_000).times(10)).isEqualTo(Amount.of(1));
    assertThat(Amount.ZERO.plus(new Amount(0, -100_000_000)))
        .isEqualTo(new Amount(0, -100_000_000));
  }

  @Test
  void parts_of_two_signs_are_no_amount() {
    assertThatThrownBy(() -> new Amount(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Amount(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Amount(0, 1_000_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Amount any(Random chance) {
    int sign = chance.nextBoolean() ? 1 : -1;
    return new Amount(sign * chance.nextLong(3), sign * chance.nextInt(1_000_000_000));
  }

  private static BigInteger exact(Amount amount) {
    return BigInteger.valueOf(amount.stars())
        .multiply(NANOS)
        .add(BigInteger.valueOf(amount.nanostars()));
  }
}
