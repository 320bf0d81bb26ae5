package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a bot that runs on meets when everything is forgotten. */
class ForgettingTest extends SandboxTest {
  @Override
  Sandbox.Builder wish() {
    return Sandbox.builder().local(true);
  }

  @Test
  void a_closed_sandbox_is_let_go_for_a_suite_may_start_thousands() {
    var gone = new WeakReference<>(startedAndClosed());
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gone.get() != null && System.nanoTime() < end) {
      System.gc();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(gone.get()).isNull();
  }

  private static Sandbox startedAndClosed() {
    try (var shortLived = Sandbox.start()) {
      return shortLived;
    }
  }

  @Test
  void bots_that_are_kept_keep_their_commands_and_webhooks() throws Exception {
    try (var receiver = new Receiver(post -> Receiver.Reply.ok())) {
      bot.ok("setMyCommands", "{\"commands\":[{\"command\":\"buy\",\"description\":\"Buy\"}]}");
      bot.ok("setWebhook", "{\"url\":\"" + receiver.url() + "\"}");
      bot.delete("/sandbox?keep=bots");

      assertThat(bot.get("/sandbox/users").json()).isEmpty();
      assertThat(bot.ok("getMyCommands", "{}")).hasSize(1);
      bot.says(bot.user("Bob", 0), "after");
      assertThat(receiver.next().update().toString()).contains("after");
    }
  }

  @Test
  void the_numbers_of_updates_go_on_for_a_bot_takes_lower_ones_for_old() {
    bot.says(bot.user("Ann", 0), "before");
    int before = bot.updates(0).path(0).path("update_id").asInt();
    for (int i = 1; i <= 3; i++) {
      bot.delete("/sandbox");
      bot.ok("getMe", "{}");
      bot.says(bot.user("Bob", 0), "after");
      assertThat(bot.updates(before + 1).path(0).path("update_id").asInt()).isEqualTo(before + i);
    }
  }
}
