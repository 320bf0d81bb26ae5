package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.node.Tenure;
import dev.startill.node.Turn;
import dev.startill.port.Lease.Duty;
import dev.startill.port.NodeId;
import dev.startill.sandbox.Sandbox;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import dev.startill.testkit.InMemoryStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes that share a store and a bot. */
@Timeout(60)
class PollerTest {
  private static final Duration LIFE = Duration.ofMillis(300);

  private final InMemoryStore store =
      new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
  private final Sandbox sandbox = Sandbox.start();
  private final HttpBot bot =
      HttpBot.at(sandbox.url(), BotToken.of("42:a_token"), HttpSettings.defaults());
  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    bot.close();
    sandbox.close();
  }
}
