package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.party.BuyerId;
import dev.startill.port.Reply;
import dev.startill.testkit.TelegramContract.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many calls at once, and Telegram's limits. */
abstract class TelegramThrong extends TelegramScene {
  @Test
  void calls_run_at_once() throws Exception {
    var together = new CountDownLatch(64);
    var ok = ScriptedBotApi.result("true");
    api.on(
        "sendMessage",
        (exchange, call) -> {
          together.countDown();
          await(together);
          ok.act(exchange, call);
        });
    var telegram = telegram();
    var replies = atOnce(64, i -> telegram.sendText(new BuyerId(i + 1L), "hello"));
    assertThat(replies).hasSize(64).allMatch(reply -> reply instanceof Reply.Done);
  }

  @Test
  void an_answer_waits_behind_no_message() throws Exception {
    api.on("sendMessage", api.silence());
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 1, 1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 300; i++) {
        var buyer = new BuyerId(1 + i % 3);
        var unused = threads.submit(() -> telegram.sendText(buyer, "hello"));
      }
      var begun = System.nanoTime();
      for (var i = 0; i < 20; i++) {
        assertThat(telegram.answer(APPROVAL)).isInstanceOf(Reply.Done.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      api.close();
      threads.shutdownNow();
    }
  }

  @Test
  void messages_to_one_chat_keep_their_distance() {
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 0, 10));
    var begun = System.nanoTime();
    for (var i = 0; i < 5; i++) {
      assertThat(telegram.sendText(ANN, "hello")).isInstanceOf(Reply.Done.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void messages_to_all_chats_keep_the_limit() throws Exception {
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 20, 0));
    var begun = System.nanoTime();
    var replies = atOnce(30, i -> telegram.sendText(new BuyerId(i + 1L), "hello"));
    assertThat(replies).allMatch(reply -> reply instanceof Reply.Done);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(450));
  }

  @Test
  void a_chat_that_asked_for_patience_is_left_alone_and_others_are_not() {
    api.on("sendMessage", ScriptedBotApi.firstThen(ScriptedBotApi.tooMany(60), OK));
    var telegram = telegram(new Wiring(api.uri(), TOKEN, Duration.ofSeconds(5), 30, 1));
    assertThat(telegram.sendText(ANN, "one")).isInstanceOf(Reply.Later.class);
    assertThat(telegram.sendText(ANN, "two"))
        .isInstanceOfSatisfying(
            Reply.Later.class,
            later -> assertThat(later.retryAfter()).isBetween(Duration.ofSeconds(50), MINUTE));
    assertThat(api.calls("sendMessage")).hasSize(1);
    assertThat(telegram.sendText(BOB, "three")).isInstanceOf(Reply.Done.class);
  }

  private interface Numbered {
    Reply call(int number);
  }

  private static List<Reply> atOnce(int count, Numbered call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Reply>>();
      for (var i = 0; i < count; i++) {
        var number = i;
        tasks.add(() -> call.call(number));
      }
      var replies = new ArrayList<Reply>();
      for (var reply : threads.invokeAll(tasks, 20, TimeUnit.SECONDS)) {
        replies.add(reply.get());
      }
      return replies;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("not all calls came at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
