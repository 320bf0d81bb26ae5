package dev.startill.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.PaymentEvent;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
  static Stream<String> events() {
    return records(PaymentEvent.class).map(Class::getSimpleName);
  }

  private static Stream<Class<?>> records(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of(kind)
        : Stream.of(kind.getPermittedSubclasses()).flatMap(WordingTest::records);
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_has_words(String name) {
    assertThat(Wording.event(name)).isNotEqualTo(name).contains(" ");
  }

  @Test
  void our_own_shorthand_is_put_in_words_and_telegrams_stays() {
    assertThat(Wording.detail("declined 1001: ALREADY_PAID"))
        .isEqualTo("declined buyer 1001: the order was paid already");
    assertThat(Wording.detail("SECOND_CHARGE, st:ord_x; recovered from the statement"))
        .isEqualTo("An order was paid twice, payload st:ord_x; recovered from the statement");
    assertThat(Wording.caseDetail("SECOND_CHARGE, st:ord_x")).isEqualTo("payload st:ord_x");
    assertThat(Wording.detail("Bad Request: CHARGE_ALREADY_REFUNDED"))
        .isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
  }

  @Test
  void nanostars_are_grouped_and_keep_their_sign_and_last_digit() {
    assertThat(Wording.nanostars(-1)).isEqualTo("⭐ -0.000000001");
    assertThat(Wording.nanostars(1_234_000_000_000L)).isEqualTo("⭐ 1 234");
    assertThat(Wording.nanostars(-1_234_500_000_000L)).isEqualTo("⭐ -1 234.5");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,a moment",
    "PT-5S,a moment",
    "PT61S,61 seconds",
    "PT2M,2 minutes",
    "PT2H,2 hours",
    "PT47H59M,47 hours",
    "P2D,2 days"
  })
  void an_age_is_said_as_people_do(Duration age, String words) {
    assertThat(Age.of(age)).isEqualTo(words);
  }
}
