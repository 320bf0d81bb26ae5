package dev.startill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void is_read_as_it_is_written() {
    var seal = new Seal(1234, HASH);

    assertThat(seal).hasToString("1234:" + HASH);
    assertThat(Seal.read(seal.toString())).contains(seal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234", "0:", "-1:", "01:", "1234567890123456789:", "1: "})
  void anything_else_is_none(String number) {
    assertThat(Seal.read(number)).isEmpty();
    assertThat(Seal.read(number + HASH)).isEmpty();
  }

  @Test
  void a_hash_has_64_digits() {
    assertThatThrownBy(() -> new Seal(1, HASH.substring(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hexadecimal digits");
  }
}
