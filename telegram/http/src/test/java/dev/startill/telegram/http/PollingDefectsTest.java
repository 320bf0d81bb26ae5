package dev.startill.telegram.http;

import static dev.startill.telegram.http.QueueOfUpdates.checkout;
import static dev.startill.telegram.http.QueueOfUpdates.message;
import static dev.startill.telegram.http.QueueOfUpdates.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.port.StoreException;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of updates, and of the loop itself, when code has defects. */
class PollingDefectsTest {
  private static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";
  private static final PollingSettings QUICK =
      new PollingSettings(
          Duration.ofSeconds(1),
          Duration.ofMillis(30),
          Duration.ZERO,
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          3,
          12);

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final QueueOfUpdates queue = new QueueOfUpdates();
  private final ConcurrentLinkedQueue<Long> handled = new ConcurrentLinkedQueue<>();
  private final HttpBot bot =
      HttpBot.at(api.uri(), BotToken.of(TOKEN), HttpSettings.defaults().withLimits(0, 0));

  {
    api.on("getUpdates", queue);
  }

  @AfterEach
  void close() {
    bot.close();
    api.close();
  }

  @Test
  void a_payment_is_tried_longer_than_another_message() {
    var broken = new AtomicInteger();
    queue.add(message(1, 1), payment(2, 2));
    try (var log = RecordedLog.ofEverything();
        var polling =
            bot.poll(
                QUICK,
                incoming -> {
                  if (!isPayment(incoming) || broken.incrementAndGet() < 10) {
                    throw new IllegalStateException("a bug");
                  }
                  handled.add(id(incoming));
                })) {
      eventually(() -> queue.confirmedBelow() == 3);
      assertThat(handled).containsExactly(2L);
      assertThat(log.lines()).anyMatch(line -> line.contains("Update 1 is given up"));
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void a_payment_that_always_fails_is_given_up_aloud_and_keeps_no_checkout_back() {
    var tries = new AtomicInteger();
    queue.add(payment(1, 1));
    queue.add(IntStream.range(2, 101).mapToObj(i -> message(i, i)).toArray(String[]::new));
    queue.add(checkout(101));
    try (var log = RecordedLog.ofEverything();
        var polling =
            bot.poll(
                QUICK,
                incoming -> {
                  if (isPayment(incoming)) {
                    tries.incrementAndGet();
                    throw new IllegalStateException("a bug");
                  }
                  handled.add(id(incoming));
                })) {
      eventually(() -> handled.contains(101L) && queue.confirmedBelow() == 102);
      assertThat(tries).hasValue(QUICK.moneyAttempts());
      assertThat(log.lines())
          .anyMatch(
              line ->
                  line.contains("SEVERE: Update 1 is given up after")
                      && line.contains("It is a payment or a refund"));
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void a_payment_that_the_store_does_not_take_is_never_given_up() {
    var tries = new AtomicInteger();
    queue.add(payment(1, 1));
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              if (tries.incrementAndGet() <= 3 * QUICK.moneyAttempts()) {
                throw new StoreException("disk full");
              }
              handled.add(id(incoming));
            })) {
      eventually(() -> queue.confirmedBelow() == 2);
      assertThat(handled).containsExactly(1L);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void a_defect_in_the_loop_is_said_and_outlived() {
    api.on("getUpdates", ScriptedBotApi.firstThen(ScriptedBotApi.hangUp(), queue));
    queue.add(message(1, 1));
    try (var log = RecordedLog.ofEverything();
        var broken = ThrowingOnce.at("No updates come");
        var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> handled.contains(1L) && polling.trouble().isEmpty());
      assertThat(broken.thrown()).isTrue();
      assertThat(log.lines())
          .anyMatch(line -> line.contains("SEVERE") && line.contains("It is tried again in"));
    }
  }

  private static boolean isPayment(Incoming incoming) {
    return incoming instanceof Incoming.Understood understood
        && understood.update() instanceof Update.Payment;
  }

  private static long id(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Understood understood -> understood.id();
      case Incoming.Unreadable unreadable -> unreadable.id().orElse(-1);
    };
  }

  private static void eventually(BooleanSupplier condition) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not come true within ten seconds.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
