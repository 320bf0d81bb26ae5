package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.telegram.http.PollingSettings;
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
          .contains("All is well.", "Telegram holds 50 Stars.", "as process")
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
    assertThat(said.out())
        .contains("fail  telegram", "@BotFather", "1 thing is ill; 1 to look at.");
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
  void a_webhook_elsewhere_is_doubtful_before_the_start_and_an_illness_after_it() {
    street.sold();
    street.asks("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
    var before = street.types("doctor");
    assertThat(before.out())
        .contains("warn  updates", "brings them to 127.0.0.1", "→ The server ends");
    assertThat(before.status()).isZero();
    try (var server = street.serves()) {
      street.telegram().clock().advance(Duration.ofSeconds(2));
      street.asks("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
      var after = street.types("doctor");
      assertThat(after.out()).contains("fail  updates", "→ Find out who listens there");
      assertThat(after.status()).isEqualTo(1);
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void somebody_who_polls_while_nobody_serves_is_an_illness() {
    street.sold();
    try (var theirs = street.bot();
        var polling = theirs.poll(PollingSettings.defaults(), update -> {})) {
      var said = street.types("doctor");
      assertThat(said.out()).contains("fail  updates", "→ Stop the other process");
      assertThat(said.status()).isEqualTo(1);
      assertThat(polling).isNotNull();
    }
  }

  @Test
  void a_server_that_polls_is_not_disturbed() {
    try (var server = street.serves()) {
      street.buys();
      assertThat(street.types("doctor").out()).contains("ok    updates", "ok    server");
      assertThat(street.telegram().calls("getUpdates"))
          .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void a_code_that_was_the_last_one_is_missed() throws Exception {
    Files.writeString(folder.resolve("codes.txt"), "ONLY-ONE\n");
    street.close();
    street =
        new Street(
            folder,
            """
              - id: voucher
                command: voucher
                title: Voucher
                description: A code.
                stars: 5
                deliver: { codes: codes.txt }
            """,
            Duration.ZERO);
    try (var server = street.serves()) {
      var ann = street.telegram().buyer("Ann").withStars(5);
      ann.sends("/voucher");
      assertThat(ann.pays().charge()).isNotEmpty();
      ann.reads("ONLY-ONE");
      assertThat(server.url()).isNotNull();
    }
    assertThat(street.types("doctor").out()).contains("warn  products", "'voucher'");
  }

  @Test
  void a_machine_reads_the_remedy_as_well() {
    street.sold();
    var checks = street.types("doctor", "--json").json().path("checks");
    var server =
        StreamSupport.stream(checks.spliterator(), false)
            .filter(one -> one.path("check").asString().equals("server"))
            .findFirst()
            .orElseThrow();
    assertThat(server.path("ailment").asString()).isEqualTo("server-stopped");
    assertThat(server.path("remedy").asString()).contains("./startill serve");
  }

  /** The page of the docs shows what the command prints, but for what differs by machine. */
  @Test
  void the_docs_show_what_it_prints() throws Exception {
    street.sold();
    assertThat(street.types("reconcile").status()).isZero();
    street.allows("message");
    var page = Files.readString(Path.of("../docs/operating/doctor.md"));
    var shown = page.substring(page.indexOf("```\nok ") + 4);
    assertThat(general(shown.substring(0, shown.indexOf("```"))))
        .isEqualTo(general(street.types("doctor").out()));
  }

  private String general(String text) {
    return text.replace(folder.toString(), "/srv/shop")
        .replaceAll(" --config \\S+", "")
        .replaceAll("(java +)\\S+ of .*", "$1 25 of somebody.")
        .replaceAll("[0-9]+ MiB", "1 MiB")
        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "api.telegram.org:443")
        .replaceAll("@\\S+, bot [0-9]+", "@shop_bot, bot 7")
        .replaceAll("[0-9-]+T[0-9:]+Z", "2026-11-22T12:00:00Z");
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
