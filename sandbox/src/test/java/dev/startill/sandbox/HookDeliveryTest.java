package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Receiver.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that are slow, gone, or choked, and how long an update is worth a try. */
class HookDeliveryTest extends SandboxTest {
  private long ann;

  @Override
  Sandbox.Builder wish() {
    return Sandbox.builder().local(true).webhookPatience(Duration.ofMillis(200));
  }

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void one_that_takes_too_long_is_told_again() {
    var slow = new AtomicBoolean(true);
    var release = new CountDownLatch(1);
    try (var receiver =
        new Receiver(
            post -> {
              if (slow.compareAndSet(true, false)) {
                await(release);
              }
              return Reply.ok();
            })) {
      set(receiver, "");
      bot.says(ann, "hi");
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("hi");
      assertThat(info("last_error_message")).isEqualTo("Read timeout expired");
      release.countDown();
    }
  }

  @Test
  void one_that_is_gone_for_23_hours_is_removed() {
    try (var receiver = new Receiver(post -> new Reply(410, "", ""))) {
      set(receiver, "");
      bot.says(ann, "hi");
      var begun = sandbox.clock().instant();
      while (!info("url").isEmpty()) {
        sandbox.clock().advance(Duration.ofMinutes(2));
        assertThat(sandbox.clock().instant()).isBefore(begun.plus(Duration.ofHours(24)));
      }
      assertThat(sandbox.clock().instant()).isAfter(begun.plus(Duration.ofHours(23)));
      assertThat(bot.ok("getUpdates", "{}")).hasSize(1);
    }
  }

  @Test
  void an_update_is_given_up_when_the_next_try_would_be_too_late() {
    try (var receiver = new Receiver(post -> new Reply(500, "3600", ""))) {
      set(receiver, "");
      bot.says(ann, "hi");
      assertThat(
              eventually(
                  "last_error_message",
                  "Wrong response from the webhook: 500 Internal Server Error"))
          .isTrue();
      sandbox.clock().advance(Duration.ofHours(23).plusMinutes(30));
      assertThat(receiver.next().update().has("message")).isTrue();
      assertThat(receiver.next().update().has("message")).isTrue();
      assertThat(eventually("pending_update_count", "0")).isTrue();
    }
  }

  @Test
  void no_more_is_in_sight_than_twice_the_connections() {
    long bob = bot.user("Bob", 100);
    var release = new CountDownLatch(1);
    try (var receiver =
        new Receiver(
            post -> {
              if (post.update().at("/message/from/id").asLong() == ann) {
                await(release);
              }
              return Reply.ok();
            })) {
      bot.says(ann, "one");
      bot.says(ann, "two");
      bot.says(bob, "behind them");
      set(receiver, "\"max_connections\":1");
      assertThat(receiver.isEmpty()).isTrue();
      release.countDown();
      assertThat(receiver.next().update().at("/message/text").asString()).isEqualTo("one");
      var rest = receiver.next().update().at("/message/text").asString();
      assertThat(receiver.next().update().at("/message/text").asString()).isNotEqualTo(rest);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
  void an_answer_may_be_a_call_in_any_form(String type) {
    try (var receiver =
        new Receiver(
            post -> {
              var id = post.update().at("/message/from/id").asString();
              return new Reply(200, "", call(type, id), type);
            })) {
      set(receiver, "");
      bot.says(ann, "hi");
      assertThat(receiver.next().update().has("message")).isTrue();
      var chat = "/sandbox/users/" + ann + "/messages?bot=" + Client.BOT;
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (bot.get(chat).json().size() < 2) {
        assertThat(System.nanoTime()).isLessThan(patience);
      }
      assertThat(bot.get(chat).json().path(1).path("text").asString()).isEqualTo("hello");
    }
  }

  private static String call(String type, String chat) {
    return type.startsWith("multipart")
        ? field("method", "sendMessage") + field("chat_id", chat) + field("text", "hello") + "--x--"
        : "method=sendMessage&text=hello&chat_id=" + chat;
  }

  private static String field(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private String info(String field) {
    return bot.ok("getWebhookInfo", "{}").path(field).asString();
  }

  private boolean eventually(String field, String value) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!info(field).equals(value)) {
      assertThat(System.nanoTime()).as(info(field)).isLessThan(patience);
    }
    return true;
  }

  private void set(Receiver receiver, String more) {
    var comma = more.isEmpty() ? "" : ",";
    bot.ok("setWebhook", "{\"url\":\"" + receiver.url() + "\"" + comma + more + "}");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody released the receiver");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
