package dev.startill.telegram.http;

import static dev.startill.telegram.http.QueueOfUpdates.checkout;
import static dev.startill.telegram.http.QueueOfUpdates.message;
import static dev.startill.telegram.http.QueueOfUpdates.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.StoreException;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.ScriptedBotApi;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollingTest extends PollingCase {
  private static PollingSettings sociable(Duration company) {
    return new PollingSettings(
        QUICK.timeout(), QUICK.again(), company, Duration.ZERO, QUICK.longestPause(), 3, 12);
  }

  @Test
  void what_was_handled_is_acknowledged() {
    queue.add(message(5, 1), message(6, 2), checkout(7));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 8);
      assertThat(handled).containsExactlyInAnyOrder(5L, 6L, 7L);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void it_asks_again_a_moment_later_so_that_what_follows_is_there() {
    var moment = Duration.ofMillis(150);
    var handledAt = new AtomicLong();
    var askedAgainAt = new AtomicLong();
    api.on(
        "getUpdates",
        (exchange, call) -> {
          if (call.parameters().getOrDefault("offset", "").equals("6")) {
            askedAgainAt.compareAndSet(0, System.nanoTime());
          }
          queue.act(exchange, call);
        });
    queue.add(message(5, 1));
    try (var polling = bot.poll(sociable(moment), incoming -> handledAt.set(System.nanoTime()))) {
      eventually(() -> askedAgainAt.get() != 0);
      assertThat(askedAgainAt.get() - handledAt.get()).isGreaterThan(moment.toNanos());
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void it_asks_for_the_kinds_that_it_needs() {
    try (var polling = bot.poll(QUICK, incoming -> {})) {
      eventually(() -> !api.calls("getUpdates").isEmpty());
      assertThat(api.calls("getUpdates").get(0).parameters())
          .containsEntry("timeout", "1")
          .containsEntry("limit", "100")
          .doesNotContainKey("offset")
          .hasEntrySatisfying(
              "allowed_updates",
              kinds ->
                  assertThat(kinds)
                      .contains("message", "callback_query", "pre_checkout_query", "subscription"));
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void a_chat_is_handled_in_order_and_chats_at_once() throws InterruptedException {
    var together = new CountDownLatch(2);
    queue.add(message(1, 1), message(2, 1), message(3, 2), message(4, 1));
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              if (id(incoming) == 1 || id(incoming) == 3) {
                together.countDown();
                await(together);
              }
              handled.add(id(incoming));
            })) {
      eventually(() -> queue.confirmedBelow() == 5);
      assertThat(handled.stream().filter(id -> id != 3)).containsExactly(1L, 2L, 4L);
      assertThat(polling.close(Duration.ofSeconds(1))).isTrue();
    }
  }

  @Test
  void a_stuck_message_delays_no_checkout_and_is_not_acknowledged() {
    var release = new CountDownLatch(1);
    queue.add(message(1, 1));
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              if (id(incoming) == 1) {
                await(release);
              }
              handled.add(id(incoming));
            })) {
      for (var id = 2; id < 12; id++) {
        var checkout = (long) id;
        queue.add(checkout(id));
        eventually(() -> handled.contains(checkout));
      }
      assertThat(queue.confirmedBelow()).isLessThanOrEqualTo(1);
      release.countDown();
      eventually(() -> queue.confirmedBelow() == 12);
      assertThat(handled).hasSize(11);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void what_the_store_did_not_take_comes_again_and_holds_up_its_chat_alone() {
    var tries = new AtomicInteger();
    queue.add(message(1, 1), message(2, 1), message(3, 2));
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              if (id(incoming) == 1 && tries.incrementAndGet() < 6) {
                throw new StoreException("disk full");
              }
              handled.add(id(incoming));
            })) {
      eventually(() -> queue.confirmedBelow() == 4);
      assertThat(handled).containsExactly(3L, 1L, 2L);
      assertThat(tries).hasValue(6);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void more_than_a_hundred_come_in_the_end() {
    queue.add(
        IntStream.range(0, 1000).mapToObj(i -> message(i, 1 + i % 50)).toArray(String[]::new));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 1000);
      assertThat(handled).hasSize(1000).doesNotHaveDuplicates();
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void numbers_may_begin_anew() {
    queue.add(message(900_000_000, 1));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 900_000_001);
      queue.add(message(5, 1));
      eventually(() -> handled.contains(5L));
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void what_cannot_be_read_is_handed_over_and_acknowledged() {
    queue.add(checkout(4).replace(":50", ":1.5"), message(5, 1));
    var unreadable = new ConcurrentLinkedQueue<Incoming>();
    try (var polling =
        bot.poll(
            QUICK,
            incoming -> {
              if (incoming instanceof Incoming.Unreadable) {
                unreadable.add(incoming);
              }
            })) {
      eventually(() -> queue.confirmedBelow() == 6);
      assertThat(unreadable).hasSize(1);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void an_answer_that_is_cut_off_comes_again_whole() {
    queue.add(message(1, 1), payment(2, 2));
    var whole = "{\"ok\":true,\"result\":[" + message(1, 1) + "," + payment(2, 2) + "]}";
    var cut = whole.substring(0, whole.length() - 40);
    api.on(
        "getUpdates",
        ScriptedBotApi.firstThen(ScriptedBotApi.answer(200, "application/json", cut), queue));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 3);
      assertThat(handled).containsExactlyInAnyOrder(1L, 2L);
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void an_update_that_always_breaks_the_answer_is_passed_over() {
    queue.add(
        message(1, 1),
        "{\"update_id\":2,\"x\":" + "[".repeat(500) + "]".repeat(500) + "}",
        message(3, 1));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> queue.confirmedBelow() == 4);
      assertThat(handled).containsExactlyInAnyOrder(1L, 2L, 3L);
      eventually(() -> polling.trouble().isEmpty());
    }
  }

  @Test
  void a_wrong_token_ends_it_and_says_so() {
    api.on("getUpdates", ScriptedBotApi.error(401, "Unauthorized"));
    try (var log = RecordedLog.ofEverything();
        var polling = bot.poll(QUICK, incoming -> {})) {
      eventually(() -> polling.trouble().isPresent());
      assertThat(polling.trouble())
          .hasValueSatisfying(why -> assertThat(why).contains("the token is wrong or revoked"));
      eventually(() -> log.lines().stream().anyMatch(line -> line.contains("wrong or revoked")));
      assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }
    assertThat(api.calls("getUpdates")).hasSize(1);
  }

  @Test
  void a_second_poller_is_named_and_outlived() {
    var conflict =
        ScriptedBotApi.error(409, "Conflict: terminated by other getUpdates request; make sure");
    api.on("getUpdates", conflict);
    queue.add(message(1, 1));
    try (var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> polling.trouble().isPresent());
      assertThat(polling.trouble())
          .contains(
              "Telegram answered 409: this bot token is polled elsewhere."
                  + " Stop the other process or use webhooks.");
      api.on("getUpdates", queue);
      eventually(() -> handled.contains(1L) && polling.trouble().isEmpty());
    }
  }

  @Test
  void a_dead_network_is_said_once_and_outlived() {
    api.on("getUpdates", ScriptedBotApi.hangUp());
    queue.add(message(1, 1));
    try (var log = RecordedLog.ofEverything();
        var polling = bot.poll(QUICK, incoming -> handled.add(id(incoming)))) {
      eventually(() -> api.calls("getUpdates").size() > 5);
      assertThat(log.lines().stream().filter(line -> line.contains("No updates come"))).hasSize(1);
      api.on("getUpdates", queue);
      eventually(() -> handled.contains(1L) && polling.trouble().isEmpty());
    }
  }
}
