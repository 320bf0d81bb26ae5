package dev.startill.doctor;

import static dev.startill.doctor.Ailment.CHECKOUTS_HIDDEN;
import static dev.startill.doctor.Ailment.PAYMENTS_HIDDEN;
import static dev.startill.doctor.Ailment.UPDATES_STOPPED;
import static dev.startill.doctor.Ailment.UPDATES_WAIT;
import static dev.startill.doctor.Ailment.WEBHOOK_ELSEWHERE;
import static dev.startill.doctor.Ailment.WEBHOOK_FAILING;
import static dev.startill.doctor.Ailment.WEBHOOK_LEFT;
import static dev.startill.doctor.Ailment.WEBHOOK_LOST;
import static dev.startill.doctor.Ailment.WEBHOOK_UNSET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Checkup.Asking;
import dev.startill.port.Checkup.Route;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How updates come, against how they are meant to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WayTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String OURS = "https://shop.example/telegram";
  private static final String THEIRS = "https://old.example/hook";
  private static final Expectation EITHER = Expectation.either();
  private static final Expectation POLLING = Expectation.polling();
  private static final Expectation WEBHOOK = Expectation.webhook(URI.create(OURS));

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of("", EITHER, List.of()),
        Arguments.of(OURS, EITHER, List.of()),
        Arguments.of("", POLLING, List.of()),
        Arguments.of("", POLLING.notBegun(), List.of()),
        Arguments.of(THEIRS, POLLING, List.of(WEBHOOK_ELSEWHERE)),
        Arguments.of(THEIRS, POLLING.notBegun(), List.of(WEBHOOK_ELSEWHERE)),
        Arguments.of(THEIRS, POLLING.leftToServer(), List.of(WEBHOOK_LEFT)),
        Arguments.of(OURS, WEBHOOK, List.of()),
        Arguments.of(OURS, WEBHOOK.notBegun(), List.of()),
        Arguments.of(THEIRS, WEBHOOK, List.of(WEBHOOK_LOST)),
        Arguments.of("", WEBHOOK, List.of(WEBHOOK_LOST)),
        Arguments.of(THEIRS, WEBHOOK.notBegun(), List.of(WEBHOOK_UNSET)),
        Arguments.of(THEIRS, WEBHOOK.leftToServer(), List.of(WEBHOOK_UNSET)),
        Arguments.of("", WEBHOOK.notBegun(), List.of(WEBHOOK_UNSET)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_way_is_judged_by_what_was_meant(String url, Expectation meant, List<Ailment> ills) {
    assertThat(ills(judged(at(url), meant))).isEqualTo(ills);
  }

  @Test
  void who_brings_them_elsewhere_is_named() {
    var route = new Route(THEIRS, true, "203.0.113.7", 3, Optional.empty(), "", List.of("message"));
    assertThat(judged(route, POLLING).getFirst().what())
        .contains("old.example", "203.0.113.7", "a certificate was uploaded")
        .doesNotContain("hook");
  }

  @Test
  void another_path_of_the_same_host_is_told_without_it() {
    assertThat(judged(at("https://shop.example/s3cret"), WEBHOOK).getFirst().what())
        .isEqualTo("Telegram brings them to another path of shop.example, not to ours.");
    assertThat(judged(at("not a URL"), WEBHOOK).getFirst().what())
        .isEqualTo("Telegram brings them to an address of its own, not to ours.");
    assertThat(judged(at(""), WEBHOOK).getFirst().what()).contains("nowhere");
  }

  @Test
  void well_says_how_many_wait() {
    assertThat(judged(at(""), EITHER))
        .containsExactly(new Finding.Well(Subject.UPDATES, "They are asked for; 0 wait."));
    assertThat(judged(pending(OURS, 1), EITHER))
        .containsExactly(new Finding.Well(Subject.UPDATES, "They come to shop.example; 1 waits."));
  }

  @Test
  void a_list_that_forgets_a_kind_hides_it() {
    assertThat(ills(judged(allowing("message", "callback_query"), EITHER)))
        .containsExactly(CHECKOUTS_HIDDEN);
    assertThat(ills(judged(allowing("pre_checkout_query"), EITHER)))
        .containsExactly(PAYMENTS_HIDDEN);
    assertThat(ills(judged(allowing("callback_query"), EITHER)))
        .containsExactly(CHECKOUTS_HIDDEN, PAYMENTS_HIDDEN);
    assertThat(ills(judged(allowing("pre_checkout_query", "message"), EITHER))).isEmpty();
  }

  @Test
  void what_hides_payments_is_told_beside_what_leads_them_astray() {
    var route = new Route(THEIRS, false, "", 0, Optional.empty(), "", List.of("message"));
    assertThat(ills(judged(route, POLLING))).containsExactly(WEBHOOK_ELSEWHERE, CHECKOUTS_HIDDEN);
  }

  @Test
  void an_error_of_a_webhook_matters_for_an_hour() {
    var hour = Duration.ofHours(1);
    assertThat(ills(judged(failedAt(NOON.minus(hour).plusSeconds(1)), WEBHOOK)))
        .containsExactly(WEBHOOK_FAILING);
    assertThat(ills(judged(failedAt(NOON.minus(hour)), WEBHOOK))).isEmpty();
    assertThat(judged(failedAt(NOON), EITHER).getFirst().what())
        .contains("Connection refused", "2026-11-22T12:00:00Z", "7 wait");
  }

  @Test
  void many_that_wait_are_told() {
    assertThat(ills(judged(pending("", 100), POLLING))).isEmpty();
    assertThat(ills(judged(pending("", 101), POLLING))).containsExactly(UPDATES_WAIT);
    assertThat(ills(judged(pending(OURS, 101), WEBHOOK))).containsExactly(UPDATES_WAIT);
  }

  @Test
  void what_our_own_asking_meets_comes_first() {
    var disturbed = new Asking.Disturbed("Telegram answered 409.");
    assertThat(Way.judge(at(""), POLLING, disturbed, NOON))
        .containsExactly(UPDATES_STOPPED.found("Telegram answered 409."));
    assertThat(ills(Way.judge(at(""), POLLING, new Asking.Undisturbed(), NOON))).isEmpty();
  }

  private static List<Finding> judged(Route route, Expectation meant) {
    return Way.judge(route, meant, new Asking.NotHere(), NOON);
  }

  private static List<Ailment> ills(List<Finding> findings) {
    return new Diagnosis(findings).ills().stream().map(Finding.Ill::ailment).toList();
  }

  private static Route at(String url) {
    return pending(url, 0);
  }

  private static Route pending(String url, long pending) {
    return new Route(url, false, "", pending, Optional.empty(), "", List.of());
  }

  private static Route failedAt(Instant at) {
    return new Route(OURS, false, "", 7, Optional.of(at), "Connection refused", List.of());
  }

  private static Route allowing(String... kinds) {
    return new Route("", false, "", 0, Optional.empty(), "", List.of(kinds));
  }
}
