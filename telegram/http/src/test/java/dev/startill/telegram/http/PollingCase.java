package dev.startill.telegram.http;

import dev.startill.testkit.ScriptedBotApi;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A bot that polls a scripted Telegram for updates from a queue. */
abstract class PollingCase {
  static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";
  static final PollingSettings QUICK =
      new PollingSettings(
          Duration.ofSeconds(1),
          Duration.ofMillis(30),
          Duration.ZERO,
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          3,
          12);

  final ScriptedBotApi api = ScriptedBotApi.start();
  final QueueOfUpdates queue = new QueueOfUpdates();
  final ConcurrentLinkedQueue<Long> handled = new ConcurrentLinkedQueue<>();
  final HttpBot bot =
      HttpBot.at(api.uri(), BotToken.of(TOKEN), HttpSettings.defaults().withLimits(0, 0));

  {
    api.on("getUpdates", queue);
  }

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  static long id(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Understood understood -> understood.id();
      case Incoming.Unreadable unreadable -> unreadable.id().orElse(-1);
    };
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static void eventually(BooleanSupplier condition) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not come true within ten seconds.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
