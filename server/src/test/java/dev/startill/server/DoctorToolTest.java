package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorToolTest {
  @TempDir Path folder;

  private Street street;

  @BeforeEach
  void open() {
    street = new Street(folder);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void a_shop_that_runs_is_well() {
    try (var server = street.serves()) {
      street.buys();
      assertThat(street.types("reconcile").status()).isZero();
      var said = street.types("doctor");
      assertThat(said.out())
          .contains("All is well.", "⭐ 50 are with Telegram", "as process")
          .doesNotContain("fail", "warn");
      assertThat(said.status()).isZero();
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void what_is_doubtful_is_no_illness() {
    street.sold();
    var said = street.types("doctor", "--json");
    assertThat(said.status()).isZero();
    assertThat(said.json().path("healthy").asBoolean()).isTrue();
    assertThat(level(said, "server")).isEqualTo("warn");
    assertThat(level(said, "database")).isEqualTo("ok");
  }

  @Test
  void before_the_first_start_it_looks_at_all_that_there_is_and_makes_nothing() {
    var said = street.types("doctor");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("warn  database", "There is no database", "ok    telegram");
    assertThat(folder.resolve("startill.db")).doesNotExist();
  }

  @Test
  void a_telegram_that_says_no_is_an_illness() {
    street.sold();
    street.telegram().fail("getMe").withError(401, "Unauthorized").always();
    var said = street.types("doctor");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("fail  telegram", "@BotFather", "1 thing is ill.");
  }

  @Test
  void a_token_that_other_code_polls_without_checkouts_is_an_illness() {
    street.sold();
    street.allows("message");
    var said = street.types("doctor");
    assertThat(said.out()).contains("fail  updates", "pre_checkout_query");
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_off_is_told() {
    street.close();
    street = new Street(folder, "", Duration.ofMinutes(10));
    assertThat(level(street.types("doctor", "--json"), "telegram")).isEqualTo("ok");
  }

  @Test
  void a_wrong_config_is_an_illness_with_its_line() throws Exception {
    Files.writeString(folder.resolve("startill.yaml"), "refunds: { windw: 90d }\n");
    var said = street.types("doctor");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("fail  config", "unknown key 'windw' in refunds. Did you mean");
  }

  private static String level(Street.Said said, String check) {
    return StreamSupport.stream(said.json().path("checks").spliterator(), false)
        .filter(one -> one.path("check").asString().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said.out()))
        .path("level")
        .asString();
  }
}
