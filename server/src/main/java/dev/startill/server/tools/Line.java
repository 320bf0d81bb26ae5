package dev.startill.server.tools;

import dev.startill.port.TelegramException;
import dev.startill.server.config.Config;
import dev.startill.server.config.Config.Updates;
import dev.startill.server.words.Age;
import dev.startill.server.words.Wording;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.WebhookInfo;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the doctor sees of the line to Telegram. */
final class Line {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Telegram tells the time in whole seconds, and the way takes some, too. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** An error older than this has probably been mended. */
  private static final Duration RECENT = Duration.ofHours(1);

  private static final int MANY_PENDING = 100;

  private final HttpBot bot;
  private final Config config;
  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  private Line(HttpBot bot, Config config, InstantSource clock) {
    this.bot = bot;
    this.config = config;
    this.clock = clock;
  }

  /** Where the store cannot be opened, Telegram can be asked all the same. */
  static List<Finding> to(Config config) {
    var telegram = config.telegram();
    try (var bot = HttpBot.at(telegram.api(), telegram.token(), HttpSettings.defaults())) {
      return to(bot, config, InstantSource.system());
    }
  }

  static List<Finding> to(HttpBot bot, Config config, InstantSource clock) {
    var line = new Line(bot, config, clock);
    if (line.token()) {
      line.clock();
      line.updates();
      line.balance();
    }
    return line.findings;
  }

  private boolean token() {
    try {
      var me = bot.api().getMe();
      findings.add(
          Finding.ok(
              "telegram",
              "%s answers as %s."
                  .formatted(
                      config.telegram().api(),
                      me.username().map(name -> "@" + name).orElse(me.firstName()))));
      return true;
    } catch (TelegramException e) {
      findings.add(
          Finding.fail("telegram", "%s: %s".formatted(config.telegram().api(), e.getMessage())));
      return false;
    }
  }

  private void balance() {
    try {
      findings.add(
          Finding.ok(
              "balance", Wording.nanostars(bot.telegram().balance()) + " are with Telegram."));
    } catch (TelegramException e) {
      findings.add(Finding.fail("balance", String.valueOf(e.getMessage())));
    }
  }

  private void updates() {
    try {
      var info = bot.api().webhookInfo();
      findings.add(
          switch (config.telegram().updates()) {
            case Updates.Polling polling -> polled(info);
            case Updates.Webhook webhook -> brought(info, webhook);
          });
      if (!info.brings("pre_checkout_query")) {
        findings.add(
            Finding.fail(
                "updates",
                "Telegram is told to bring no pre_checkout_query, so nobody can pay. The server"
                    + " sets this right when it starts; does other code use this token?"));
      }
    } catch (TelegramException e) {
      findings.add(Finding.fail("updates", String.valueOf(e.getMessage())));
    }
  }

  private static Finding polled(WebhookInfo info) {
    if (!info.url().isEmpty()) {
      return Finding.warn(
          "updates",
          "They go to the webhook %s, and the config says 'polling'. The server ends the webhook"
                  .formatted(info.url())
              + " when it starts; is that address still in use?");
    }
    return info.pending() > MANY_PENDING
        ? Finding.warn("updates", pending(info) + " to be asked for. Does the server run?")
        : Finding.ok("updates", "They are asked for; %s.".formatted(pending(info)));
  }

  private Finding brought(WebhookInfo info, Updates.Webhook webhook) {
    if (!info.url().equals(webhook.url().toString())) {
      return Finding.warn(
          "updates",
          "Telegram brings them %s, and the config says %s. The server sets it when it starts."
              .formatted(info.url().isEmpty() ? "nowhere" : "to " + info.url(), webhook.url()));
    }
    var recent = info.lastError().filter(at -> at.isAfter(clock.instant().minus(RECENT)));
    if (recent.isPresent()) {
      return Finding.warn(
          "updates",
          "%s. %s ago Telegram could not bring one: %s"
              .formatted(
                  pending(info),
                  Age.between(recent.get(), clock.instant()),
                  info.lastErrorWords()));
    }
    return Finding.ok("updates", "They come to %s; %s.".formatted(info.url(), pending(info)));
  }

  private static String pending(WebhookInfo info) {
    return Wording.count(info.pending()) + (info.pending() == 1 ? " waits" : " wait");
  }

  /** A payment's date is Telegram's: where the clocks differ, windows and holds end oddly. */
  private void clock() {
    telegramsTime()
        .ifPresent(
            theirs -> {
              var skew = Duration.between(theirs, clock.instant());
              findings.add(
                  skew.abs().compareTo(SKEW) > 0
                      ? Finding.warn(
                          "clock",
                          "It is %s %s of Telegram's. Set this machine's clock, by NTP for instance."
                              .formatted(
                                  Age.of(skew.abs()), skew.isNegative() ? "behind" : "ahead"))
                      : Finding.ok("clock", "It agrees with Telegram's."));
            });
  }

  /** From the head of any answer: no token is needed, and none is sent. */
  private Optional<Instant> telegramsTime() {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(config.telegram().api().resolve("/")).timeout(PATIENCE).build();
      return client
          .send(request, BodyHandlers.discarding())
          .headers()
          .firstValue("date")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
