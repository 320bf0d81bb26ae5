package dev.startill.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.RecordingTelegram;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShopkeeperTest {
  @Test
  void money_that_cannot_be_read_is_an_error_with_the_updates_number() {
    assertThat(saidOf(true))
        .contains("SEVERE", "Update 7 cannot be read", "date is missing", "It brought money");
  }

  @Test
  void another_update_that_cannot_be_read_is_a_warning() {
    assertThat(saidOf(false)).contains("WARNING", "Update 7 cannot be read", "date is missing");
  }

  private static String saidOf(boolean money) {
    var clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
    var store = new InMemoryStore(clock, Settings.defaults(), new Random(1));
    var startill =
        Startill.over(store, new RecordingTelegram()).selling(Catalog.of()).clock(clock).build();
    try (var log = RecordedLog.ofEverything();
        var bot =
            HttpBot.at(
                URI.create("http://127.0.0.1:9"),
                BotToken.of("123456789:AAsecretSECRETsecretSECRETsecretSECR"),
                HttpSettings.defaults())) {
      var counter = new Counter(CounterTest.shop(), () -> "");
      new Shopkeeper(startill, bot.api(), counter)
          .receive(new Incoming.Unreadable(OptionalLong.of(7), "date is missing", money));
      return String.join("", log.lines());
    }
  }
}
