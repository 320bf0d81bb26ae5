package dev.startill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorthTest {
  private static final BigDecimal WITHDRAWN = new BigDecimal("0.013");

  @Test
  void stars_are_worth_their_exact_product() {
    assertThat(Worth.of(1_000_000_000_000L, WITHDRAWN)).isEqualByComparingTo("13");
    assertThat(Worth.of(1, WITHDRAWN)).isEqualByComparingTo("0.000000000013");
    assertThat(Worth.of(-50_000_000_000L, WITHDRAWN)).isEqualByComparingTo("-0.65");
    assertThat(Worth.of(Long.MAX_VALUE, WITHDRAWN)).isEqualByComparingTo("119903836.479112085491");
  }

  @Test
  void a_period_of_days_has_all_of_its_last_day() {
    var zone = ZoneId.of("Europe/Berlin");
    var day = LocalDate.of(2026, 10, 25);

    var period = Period.ofDays(day, day, zone, Instant.EPOCH);

    assertThat(period.from()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(period.to()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void a_period_does_not_end_before_it_begins() {
    var day = LocalDate.of(2026, 10, 25);

    assertThatThrownBy(() -> Period.ofDays(day, day.minusDays(2), ZoneId.of("UTC"), Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
