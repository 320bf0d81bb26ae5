package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Rules that nobody has verified can be turned, from Java and from anywhere else. */
class KnobsTest extends SandboxTest {
  @Test
  void a_turned_knob_counts_at_once() {
    var link = bot.link("ord_1", 50);
    var price = "{\"star_ceiling\":49}";
    assertThat(value(bot.post("/sandbox/knobs", price).json(), "star_ceiling").asLong())
        .isEqualTo(49);
    assertThat(bot.call("createInvoiceLink", Client.invoice("ord_1", 50)).description())
        .isEqualTo("Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID");
    bot.post("/sandbox/knobs", "{\"star_ceiling\":null}");
    assertThat(bot.link("ord_1", 50)).isNotEqualTo(link);
  }

  @Test
  void every_knob_says_what_it_means_and_how_sure_that_is() {
    var all = bot.get("/sandbox/knobs").json();
    assertThat(all).hasSize(Knob.values().length);
    var check = all.path("balance_check");
    assertThat(check.path("value").asString()).isEqualTo("before_pre_checkout");
    assertThat(check.path("sure").asBoolean()).isFalse();
    assertThat(check.path("takes").asString())
        .isEqualTo("before_pre_checkout or after_pre_checkout");
    assertThat(value(all, "checkout_deadline").asString()).isEqualTo("PT10S");
    assertThat(value(all, "refunds_may_overdraw").isBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void each_default_reads_as_it_is_written(Knob knob) {
    assertThat(knob.read(Knob.written(knob.byDefault()))).isEqualTo(knob.byDefault());
    assertThat(knob.meaning()).endsWith(".");
    assertThat(knob.source()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "star_ceiling, -1",
    "star_ceiling, 1.5",
    "star_ceiling, many",
    "refunds_may_overdraw, 1",
    "checkout_deadline, 10",
    "checkout_deadline, PT-1S",
    "balance_check, never",
    "no_such_knob, 1",
  })
  void a_bad_value_turns_nothing(String name, String value) {
    var before = bot.get("/sandbox/knobs").json();
    var wish = "{\"title_limit\":1,\"%s\":\"%s\"}".formatted(name, value);
    assertThat(bot.post("/sandbox/knobs", wish).status()).isEqualTo(400);
    assertThat(bot.get("/sandbox/knobs").json()).isEqualTo(before);
  }

  @Test
  void a_forgotten_sandbox_has_the_rules_that_it_began_with() {
    sandbox.close();
    var slow = Knobs.TELEGRAM.with(Knob.CHECKOUT_DEADLINE, Duration.ofSeconds(20));
    sandbox = Sandbox.builder().knobs(slow).start();
    bot = new Client(sandbox);
    bot.post("/sandbox/knobs", "{\"checkout_deadline\":\"PT1S\"}");
    bot.delete("/sandbox");
    assertThat(value(bot.get("/sandbox/knobs").json(), "checkout_deadline").asString())
        .isEqualTo("PT20S");
  }

  @Test
  void a_value_of_another_kind_is_a_mistake() {
    assertThatThrownBy(() -> Knobs.TELEGRAM.with(Knob.STAR_CEILING, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"star_ceiling\" takes a whole number, 0 or more");
  }

  private static JsonNode value(JsonNode knobs, String name) {
    return knobs.path(name).path("value");
  }
}
