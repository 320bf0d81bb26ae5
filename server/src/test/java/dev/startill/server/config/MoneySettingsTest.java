package dev.startill.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Refunds;
import dev.startill.settings.Refunds.Automatic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code refunds:}, {@code reconcile:} and {@code rates:}. */
class MoneySettingsTest {
  @TempDir Path folder;

  @Test
  void what_is_left_out_is_the_engines_own() throws IOException {
    var config = read("");
    assertThat(config.refunds()).isEqualTo(Refunds.defaults());
    assertThat(config.reconciling()).isEqualTo(Reconciling.defaults());
    assertThat(config.rates()).isEqualTo(Rates.DEFAULT);
    assertThat(config.settings().soleOwner()).isTrue();
  }

  @Test
  void all_of_it_reaches_the_engine() throws IOException {
    var config =
        read(
            """
            refunds:
              window: 90d
              second-charge: hold
              sold-out: hold
              fulfilment-failed: refund
              ownerless: refund
              ownerless-per-hour: 0
              forged: revoke
            reconcile: { every: 5s, lag: 1m }
            rates: { usd-per-star: 0.012, usd-per-star-ads: 0.019, as-of: 2026-12-01 }
            """);
    var refunds = config.settings().refunds();
    assertThat(refunds.window()).hasValue(Duration.ofDays(90));
    assertThat(refunds.automatic())
        .containsExactlyInAnyOrder(Automatic.FULFILMENT_FAILED, Automatic.OWNERLESS_CHARGE);
    assertThat(refunds.ownerlessAnHour()).isZero();
    assertThat(refunds.forged()).isEqualTo(Refunds.Forged.REVOKE);
    var reconciling = config.settings().reconciling();
    assertThat(reconciling.every()).isEqualTo(Duration.ofSeconds(5));
    assertThat(reconciling.lag()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.rates().withdrawn()).isEqualByComparingTo("0.012");
    assertThat(config.rates().asOf()).isEqualTo(LocalDate.of(2026, 12, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refunds: { windw: 90d }|unknown key 'windw' in refunds. Did you mean 'window'?",
        "refunds: { window: 90 }|refunds.window is '90'. Write a time from 1m to 3650d",
        "refunds: { sold-out: back }|refunds.sold-out is 'back'. Write 'refund' or 'hold'.",
        "refunds: { forged: refund }|refunds.forged is 'refund'. Write 'hold' or 'revoke'.",
        "refunds: { ownerless-per-hour: -1 }|refunds.ownerless-per-hour is '-1'.",
        "reconcile: { lag: soon }|reconcile.lag is 'soon'. Write a time from 1s to 1d",
        "rates: { usd-per-star: 0 }|rates.usd-per-star is '0'. Write US dollars for one Star",
        "rates: { usd-per-star: 0.01 }|rates.as-of is missing. Write the day on which you read",
        "rates: { as-of: 22.11.2026 }|rates.as-of is '22.11.2026'. Write a day as 2026-11-22."
      })
  void what_is_wrong_is_told_with_its_line_and_its_remedy(String line, String words) {
    assertThatThrownBy(() -> read(line + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("startill.yaml:2: " + words);
  }

  private Config read(String more) throws IOException {
    var yaml =
        "products: [{ id: a, title: A, description: A, stars: 1, deliver: { text: A } }]\n" + more;
    var file = Files.writeString(folder.resolve("startill.yaml"), yaml);
    return ConfigFile.read(file, Map.of("BOT_TOKEN", "42:secret-of-the-bot"));
  }
}
