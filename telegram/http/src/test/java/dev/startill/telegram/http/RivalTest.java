package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Checkup;
import dev.startill.port.Checkup.Asking;
import dev.startill.sandbox.Sandbox;
import dev.startill.telegram.http.HttpBot.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two bots poll with one token at a Telegram that shares no line with them. */
class RivalTest {
  private static final PollingSettings POLLING =
      PollingSettings.defaults().withTimeout(Duration.ofSeconds(1));

  private final Sandbox sandbox = Sandbox.start();
  private final AtomicLong ahead = new AtomicLong();
  private final HttpBot ours = bot();
  private final HttpBot theirs = bot();
  private final Checkup checkup = ours.telegram().checkup().orElseThrow();

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
    sandbox.close();
  }

  @Test
  void somebody_else_who_polls_shows_while_updates_come_and_for_a_minute() {
    try (var polling = ours.poll(POLLING, update -> {})) {
      try (var rival = theirs.poll(POLLING, update -> {})) {
        PollingCase.eventually(
            () -> polling.trouble().isEmpty() && rival.trouble().isEmpty() && isDisturbed());
      }
      PollingCase.eventually(() -> polling.trouble().isEmpty());
      assertThat(checkup.asking())
          .isInstanceOfSatisfying(
              Asking.Disturbed.class, ill -> assertThat(ill.why()).contains("polled elsewhere"));
      PollingCase.eventually(
          () -> {
            ahead.addAndGet(Rival.REMEMBERED.toNanos());
            return !isDisturbed();
          });
      assertThat(checkup.asking()).isEqualTo(new Asking.Undisturbed());
    }
    assertThat(checkup.asking()).isEqualTo(new Asking.NotHere());
  }

  private boolean isDisturbed() {
    return checkup.asking() instanceof Asking.Disturbed;
  }

  private HttpBot bot() {
    var real = World.real();
    return HttpBot.at(
        sandbox.url(),
        BotToken.of(sandbox.token()),
        HttpSettings.defaults().withLimits(0, 0),
        new World(() -> real.nanos().getAsLong() + ahead.get(), real.sleeper(), real.tls()));
  }
}
