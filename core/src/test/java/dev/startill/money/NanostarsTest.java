package dev.startill.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanostarsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 Stars",
    "1, 0.000000001 Stars",
    "10, 0.00000001 Stars",
    "500000000, 0.5 Stars",
    "-500000000, -0.5 Stars",
    "1000000000, 1 Star",
    "65000000000, 65 Stars",
    "-70100000000, -70.1 Stars",
    "1000000001, 1.000000001 Stars",
    "9223372036854775807, 9223372036.854775807 Stars"
  })
  void nanostars_are_written_as_stars(long nanostars, String words) {
    assertThat(Nanostars.inWords(nanostars)).isEqualTo(words);
  }

  @Test
  void even_the_least_number_is_written_exactly() {
    assertThat(Nanostars.decimal(Long.MIN_VALUE)).isEqualTo("-9223372036.854775808");
  }
}
