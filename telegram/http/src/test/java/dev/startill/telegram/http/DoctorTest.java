package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.doctor.Ailment;
import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Expectation;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Subject;
import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotApi.MenuEntry;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.RecordingTelegram;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot is examined at a Telegram that shares no line with it. */
class DoctorTest {
  private static final URI ELSEWHERE = URI.create("http://127.0.0.1:9/hook");
  private static final Product GUIDE =
      new Product(
          new ProductId("guide"), "Guide", "A guide", new Stars(1000), new Delivery.Text("Here."));
  private static final PollingSettings SOON =
      PollingSettings.defaults().withTimeout(Duration.ofSeconds(1));

  private final Sandbox sandbox = Sandbox.builder().local(true).start();
  private final HttpBot bot = bot("987654321:AAsandboxSANDBOX");
  private final InstantSource clock = InstantSource.system();
  private final InMemoryStore store = new InMemoryStore(clock, Settings.defaults(), new Random(7));

  @BeforeEach
  void list_what_telegram_asks_for() {
    bot.api()
        .setMyCommands(
            List.of(new MenuEntry("paysupport", "Help"), new MenuEntry("terms", "Terms")));
  }

  @AfterEach
  void close() {
    bot.close();
    sandbox.close();
  }

  @Test
  void a_bot_that_is_well_has_no_ills_and_nothing_was_changed() {
    startill(clock).reconcile();
    var before = sandbox.calls().size();
    var diagnosis = startill(clock).doctor(Expectation.polling()).requireHealthy();
    assertThat(diagnosis.ills()).isEmpty();
    assertThat(diagnosis.findings())
        .extracting(Finding::subject)
        .containsExactly(
            Subject.DATABASE,
            Subject.STATEMENT,
            Subject.CASES,
            Subject.OUTBOX,
            Subject.PRODUCTS,
            Subject.TELEGRAM,
            Subject.CLOCK,
            Subject.UPDATES,
            Subject.COMMANDS,
            Subject.BALANCE);
    assertThat(sandbox.calls().stream().skip(before))
        .allSatisfy(call -> assertThat(call.method()).startsWithIgnoringCase("get"))
        .noneSatisfy(call -> assertThat(call.method()).isEqualToIgnoringCase("getUpdates"));
  }

  @Test
  void a_webhook_elsewhere_stops_a_start_that_wants_to_poll() {
    bot.api().setWebhook(ELSEWHERE, WebhookSecret.of("theirs"));
    var soon = Expectation.polling().notBegun();
    assertThatThrownBy(() -> startill(clock).doctor(soon).requireHealthy())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("brings them to " + ELSEWHERE.getHost())
        .hasMessageContaining("call deleteWebhook")
        .hasMessageNotContaining("server");
    assertThat(ills(startill(clock).doctor(Expectation.polling())))
        .contains(Ailment.WEBHOOK_ELSEWHERE);
    assertThat(ills(startill(clock).doctor(soon.leftToServer())))
        .contains(Ailment.WEBHOOK_LEFT)
        .doesNotContain(Ailment.WEBHOOK_ELSEWHERE);
    assertThat(ills(startill(clock).doctor())).doesNotContain(Ailment.WEBHOOK_ELSEWHERE);
  }

  @Test
  void a_webhook_that_somebody_took_away_is_lost() {
    var ours = Expectation.webhook(URI.create("http://127.0.0.1:8/telegram"));
    assertThat(ills(startill(clock).doctor(ours))).contains(Ailment.WEBHOOK_LOST);
    bot.api().setWebhook(ELSEWHERE, WebhookSecret.of("theirs"));
    assertThat(ills(startill(clock).doctor(ours))).contains(Ailment.WEBHOOK_LOST);
  }

  @Test
  void somebody_who_polls_shows_before_we_do() {
    try (var theirs = bot("987654321:AAsandboxSANDBOX");
        var polling = theirs.poll(SOON, update -> {})) {
      var soon = startill(clock).doctor(Expectation.polling().notBegun());
      assertThatThrownBy(soon::requireHealthy).hasMessageContaining("Stop the other process");
      assertThat(ills(soon)).contains(Ailment.POLLED_ELSEWHERE);
      PollingCase.eventually(() -> polling.trouble().isEmpty());
    }
  }

  @Test
  void nobody_is_found_where_nobody_polls() {
    var soon = Expectation.polling().notBegun();
    assertThat(ills(startill(clock).doctor(soon))).doesNotContain(Ailment.POLLED_ELSEWHERE);
  }

  @Test
  void our_own_polling_goes_on_undisturbed() {
    try (var polling = bot.poll(SOON, update -> {})) {
      PollingCase.eventually(() -> !sandbox.calls("getUpdates").isEmpty());
      assertThat(startill(clock).doctor(Expectation.polling()).isHealthy()).isTrue();
      assertThat(polling.trouble()).isEmpty();
      assertThat(sandbox.calls("getUpdates"))
          .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
    }
  }

  @Test
  void a_chargeback_that_is_not_covered_shows_as_a_negative_balance() {
    var buyer = sandbox.buyer("Ann").withStars(1000);
    var link = startill(clock).sell(GUIDE.id()).toAnyone().link();
    try (var polling = bot.poll(SOON, incoming -> startill(clock).handle(update(incoming)))) {
      var charge = buyer.pays(link.url().toString()).charge();
      sandbox.clock().advance(Duration.ofDays(22));
      sandbox.withdraw(1000);
      sandbox.chargeBack(charge);
      assertThat(polling.trouble()).isEmpty();
    }
    assertThat(startill(clock).doctor().ills())
        .contains(
            Ailment.BALANCE_NEGATIVE.found(
                "Telegram holds -1000 Stars: buyers took back more than there was."));
  }

  @Test
  void of_two_stores_on_one_bot_the_other_ones_sales_are_found() {
    var buyer = sandbox.buyer("Ann").withStars(1000);
    var link = startill(clock).sell(GUIDE.id()).toAnyone().link();
    try (var polling = bot.poll(SOON, incoming -> startill(clock).handle(update(incoming)));
        var second = new InMemoryStore(clock, Settings.defaults(), new Random(8));
        var other = Startill.over(second, bot.telegram()).selling(Catalog.of(GUIDE)).build()) {
      assertThat(buyer.pays(link.url().toString()).charge()).isNotEmpty();
      assertThat(polling.trouble()).isEmpty();
      other.reconcile();
      assertThat(other.doctor().ills())
          .contains(
              Ailment.ORDERS_ELSEWHERE.found(
                  "1 payment came in the last 7 days for orders that are not in this store."));
      startill(clock).reconcile();
      assertThat(ills(startill(clock).doctor())).doesNotContain(Ailment.ORDERS_ELSEWHERE);
    }
  }

  @Test
  void a_clock_that_is_off_is_found() {
    InstantSource ahead = () -> clock.instant().plus(Duration.ofMinutes(10));
    assertThat(ills(startill(ahead).doctor())).contains(Ailment.CLOCK_OFF);
  }

  @Test
  void a_wrong_token_is_told_and_nothing_else_is_asked() {
    sandbox.fail("getMe").withError(401, "Unauthorized").always();
    var diagnosis = startill(clock).doctor();
    assertThat(ills(diagnosis)).contains(Ailment.TOKEN_REFUSED);
    assertThat(diagnosis.findings()).noneMatch(finding -> finding.subject() == Subject.UPDATES);
  }

  @Test
  void one_question_that_fails_keeps_no_other_from_being_asked() {
    sandbox.fail("getWebhookInfo").withError(500, "Internal Server Error").always();
    var diagnosis = startill(clock).doctor();
    assertThat(ills(diagnosis)).contains(Ailment.UNANSWERED);
    assertThat(diagnosis.findings()).anyMatch(finding -> finding.subject() == Subject.BALANCE);
  }

  @Test
  void commands_that_telegram_asks_for_are_missed() {
    bot.api().setMyCommands(List.of(new MenuEntry("buy", "Buy")));
    assertThat(ills(startill(clock).doctor()))
        .contains(Ailment.SUPPORT_UNLISTED, Ailment.TERMS_UNLISTED);
  }

  @Test
  void a_way_to_telegram_that_tells_nothing_is_said_so() {
    try (var mute = Startill.over(store, new RecordingTelegram()).build()) {
      assertThat(ills(mute.doctor())).contains(Ailment.NOT_ASKED, Ailment.NOTHING_ON_SALE);
    }
  }

  @Test
  void a_store_that_is_closed_cannot_be_reached() {
    store.close();
    assertThat(ills(startill(clock).doctor())).contains(Ailment.STORE_UNREACHED);
  }

  private HttpBot bot(String token) {
    return HttpBot.at(sandbox.url(), BotToken.of(token), HttpSettings.defaults().withLimits(0, 0));
  }

  private Startill startill(InstantSource time) {
    return Startill.over(store, bot.telegram()).selling(Catalog.of(GUIDE)).clock(time).build();
  }

  private static Update update(Incoming incoming) {
    return ((Incoming.Understood) incoming).update();
  }

  private static List<Ailment> ills(Diagnosis diagnosis) {
    return diagnosis.ills().stream().map(Finding.Ill::ailment).toList();
  }
}
