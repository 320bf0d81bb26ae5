package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.startill.party.BotId;
import dev.startill.port.Checkup;
import dev.startill.port.Checkup.Asking;
import dev.startill.port.Checkup.Route;
import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a doctor asks, of adapters that can tell. */
abstract class TelegramCheckups extends TelegramScene {
  private static final Duration MOMENT = Duration.ofSeconds(1);

  @Test
  void a_bot_is_known_by_its_number_and_its_name() {
    answers("getMe", "{'id':123456789,'is_bot':true,'first_name':'Shop','username':'shop_bot'}");
    var bot = checkup().identity();
    assertThat(bot.id()).isEqualTo(new BotId(123456789));
    assertThat(bot.name()).isEqualTo("@shop_bot");
    assertThat(bot.hasTopics()).isFalse();
    assertThat(checkup().place()).isNotBlank().doesNotContain(TOKEN);
  }

  @Test
  void topics_in_private_chats_are_seen() {
    answers(
        "getMe",
        "{'id':123456789,'is_bot':true,'first_name':'Shop','username':'shop_bot','has_topics_enabled':true}");
    assertThat(checkup().identity().hasTopics()).isTrue();
  }

  @Test
  void telegrams_clock_is_told_or_not_at_all() {
    answers("getMe", "{'id':123456789,'is_bot':true,'first_name':'Shop','username':'shop_bot'}");
    var before = Instant.now().minusSeconds(2);
    checkup()
        .identity()
        .toldAt()
        .ifPresent(told -> assertThat(told).isBetween(before, Instant.now().plusSeconds(2)));
  }

  @Test
  void a_route_is_read_whole() {
    answers(
        "getWebhookInfo",
        "{'url':'https://shop.example/t','has_custom_certificate':true,'ip_address':'203.0.113.7',"
            + "'pending_update_count':7,'last_error_date':1700000000,"
            + "'last_error_message':'Connection refused',"
            + "'allowed_updates':['message','callback_query']}");
    var route = checkup().route();
    assertThat(route)
        .isEqualTo(
            new Route(
                "https://shop.example/t",
                true,
                "203.0.113.7",
                7,
                Optional.of(Instant.ofEpochSecond(1_700_000_000)),
                "Connection refused",
                List.of("message", "callback_query")));
    assertThat(route.brings("pre_checkout_query")).isFalse();
  }

  @Test
  void where_no_kinds_are_named_all_that_matter_come() {
    answers("getWebhookInfo", "{'url':'','has_custom_certificate':false,'pending_update_count':0}");
    var route = checkup().route();
    assertThat(route.isBrought()).isFalse();
    assertThat(route.lastError()).isEmpty();
    assertThat(route.brings("pre_checkout_query")).isTrue();
  }

  @Test
  void commands_for_all_and_for_private_chats_are_shown() {
    api.on(
        "getMyCommands",
        (exchange, call) -> {
          var isPrivate = call.parameters().getOrDefault("scope", "").contains("all_private_chats");
          ScriptedBotApi.result(
                  isPrivate
                      ? "[{\"command\":\"paysupport\",\"description\":\"Help\"}]"
                      : "[{\"command\":\"buy\",\"description\":\"Buy\"}]")
              .act(exchange, call);
        });
    assertThat(checkup().commands()).containsExactlyInAnyOrder("buy", "paysupport");
  }

  static Stream<Consumer<Checkup>> questions() {
    return Stream.of(Checkup::identity, Checkup::route, Checkup::commands);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_refusal_is_told_with_telegrams_reply(Consumer<Checkup> question) {
    api.onAll(ScriptedBotApi.error(401, "Unauthorized"));
    assertThatThrownBy(() -> question.accept(checkup()))
        .asInstanceOf(InstanceOfAssertFactories.type(TelegramException.class))
        .extracting(TelegramException::reply)
        .isEqualTo(new Reply.Refused(401, "Unauthorized"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void silence_and_garbage_are_told_as_well(Consumer<Checkup> question) {
    api.onAll(ScriptedBotApi.hangUp());
    assertThatThrownBy(() -> question.accept(checkup())).isInstanceOf(TelegramException.class);
    api.onAll(ScriptedBotApi.answer(200, "text/html", "<html>It works!</html>"));
    assertThatThrownBy(() -> question.accept(checkup())).isInstanceOf(TelegramException.class);
  }

  @Test
  void who_asks_for_nothing_says_so() {
    assertThat(checkup().asking()).isEqualTo(new Asking.NotHere());
  }

  @Test
  void somebody_elses_asking_shows_by_its_conflict() {
    api.on(
        "getUpdates",
        ScriptedBotApi.error(
            409,
            "Conflict: terminated by other getUpdates request;"
                + " make sure that only one bot instance is running"));
    assertThat(checkup().isPolledElsewhere(MOMENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Conflict: can't use getUpdates method while webhook is active;"
            + " use deleteWebhook to delete the webhook first",
        "Conflict: terminated by setWebhook request"
      })
  void a_webhook_is_nobody_who_asks(String description) {
    api.on("getUpdates", ScriptedBotApi.error(409, description));
    assertThat(checkup().isPolledElsewhere(MOMENT)).isFalse();
  }

  @Test
  void asking_for_a_moment_acknowledges_nothing_and_keeps_the_kinds() {
    api.on("getUpdates", ScriptedBotApi.result("[]"));
    assertThat(checkup().isPolledElsewhere(MOMENT)).isFalse();
    assertThat(api.only("getUpdates").parameters())
        .containsEntry("timeout", "1")
        .doesNotContainKeys("offset", "allowed_updates");
  }

  private Checkup checkup() {
    var checkup = telegram().checkup();
    assumeTrue(checkup.isPresent(), "This adapter tells a doctor nothing.");
    return checkup.orElseThrow();
  }

  private void answers(String method, String result) {
    api.on(method, ScriptedBotApi.result(result.replace('\'', '"')));
  }
}
