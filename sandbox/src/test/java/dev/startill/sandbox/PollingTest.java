package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** getUpdates: what confirms, what waits, what is forgotten, and who is sent away. */
class PollingTest extends SandboxTest {
  private static final String OTHER_POLL =
      "Conflict: terminated by other getUpdates request;"
          + " make sure that only one bot instance is running";

  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void a_poll_ends_when_everything_is_forgotten_so_that_the_bot_is_there_again() {
    var poll = bot.later("getUpdates", "{\"timeout\":50}");
    awaitPoll();
    bot.delete("/sandbox");
    assertThat(poll.orTimeout(10, TimeUnit.SECONDS).join().result()).isEmpty();
  }

  @Test
  void updates_count_up_by_one_from_somewhere() {
    say(3);
    var ids = ids(read(""));
    assertThat(ids[0]).isBetween(2_000_000L, 1_000_000_000L);
    assertThat(ids).containsExactly(ids[0], ids[0] + 1, ids[0] + 2);
  }

  @Test
  void what_is_not_confirmed_comes_again() {
    say(2);
    assertThat(read("")).isEqualTo(read(""));
    long first = ids(read(""))[0];
    assertThat(ids(read("\"offset\":" + (first + 1)))).containsExactly(first + 1);
    assertThat(ids(read(""))).containsExactly(first + 1);
    assertThat(read("\"offset\":" + (first + 2))).isEmpty();
  }

  @Test
  void a_negative_offset_keeps_the_last_and_forgets_the_rest() {
    say(5);
    var ids = ids(read(""));
    assertThat(ids(read("\"offset\":-2"))).containsExactly(ids[3], ids[4]);
    assertThat(ids(read(""))).containsExactly(ids[3], ids[4]);
  }

  @Test
  void an_offset_far_above_the_tail_confirms_nothing() {
    say(1);
    long id = ids(read(""))[0];
    assertThat(read("\"offset\":" + (id + 1000))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-7, 1", "1, 1", "2, 2", "1000, 3", "abc, 1", "'2x', 2"})
  void a_limit_is_clamped_and_never_refused(String limit, int size) {
    say(3);
    assertThat(read("\"limit\":\"" + limit + "\"")).hasSize(size);
  }

  @Test
  void a_long_poll_answers_as_soon_as_something_comes() {
    var poll = bot.later("getUpdates", "{\"timeout\":20}");
    awaitPoll();
    long begun = System.nanoTime();
    say(1);
    assertThat(poll.join().result()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void an_empty_long_poll_ends_after_its_timeout() {
    long begun = System.nanoTime();
    assertThat(read("\"timeout\":1")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
  }

  @Test
  void a_second_poll_ends_the_first() {
    var older = bot.later("getUpdates", "{\"timeout\":20}");
    awaitPoll();
    assertThat(read("")).isEmpty();
    assertThat(older.join().status()).isEqualTo(409);
    assertThat(older.join().description()).isEqualTo(OTHER_POLL);
  }

  @Test
  void a_second_poll_that_finds_something_ends_nobody() {
    say(1);
    long id = ids(read(""))[0];
    var older = bot.later("getUpdates", "{\"timeout\":20,\"offset\":%d}".formatted(id + 1));
    awaitPoll();
    say(1);
    assertThat(older.join().result()).hasSize(1);
    assertThat(read("\"offset\":" + (id + 1))).hasSize(1);
  }

  @Test
  void a_poll_ends_when_the_clock_is_moved_past_it() {
    var poll = bot.later("getUpdates", "{\"timeout\":50}");
    awaitPoll();
    sandbox.clock().advance(Duration.ofSeconds(50));
    assertThat(poll.join().result()).isEmpty();
  }

  @Test
  void eager_polls_are_slowed_down_if_wished() {
    begin(Knobs.TELEGRAM.with(Knob.POLLING_SLOWED, true));
    say(3);
    assertThat(read("")).hasSize(3);
    assertThat(read("")).as("again within half a second").hasSize(1);
    sandbox.clock().advance(Duration.ofMillis(500));
    assertThat(read("")).hasSize(3);
    long next = ids(read(""))[0] + 3;
    assertThat(read("\"offset\":" + next)).isEmpty();
    var slow = bot.later("getUpdates", "{\"offset\":%d}".formatted(next));
    awaitPoll();
    sandbox.clock().advance(Duration.ofSeconds(3));
    assertThat(slow.join().result()).isEmpty();
  }

  @Test
  void of_several_conflicts_the_later_ones_are_told_late_if_wished() {
    begin(Knobs.TELEGRAM.with(Knob.POLLING_SLOWED, true));
    bot.ok("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
    assertThat(bot.call("getUpdates", "{}").status()).isEqualTo(409);
    var late = bot.later("getUpdates", "{}");
    for (int i = 0; i < 1_000 && !late.isDone(); i++) {
      sandbox.clock().advance(Duration.ofMillis(100));
    }
    assertThat(late.join().status()).isEqualTo(409);
  }

  @Test
  void numbers_begin_anew_after_a_week_if_wished() {
    begin(Knobs.TELEGRAM.with(Knob.UPDATE_IDS_RESTART, true));
    say(1);
    long id = ids(read(""))[0];
    sandbox.clock().advance(Duration.ofDays(6));
    say(1);
    assertThat(ids(read(""))).containsExactly(id + 1);
    read("\"offset\":" + (id + 2));
    sandbox.clock().advance(Duration.ofDays(8));
    say(1);
    assertThat(ids(read("\"offset\":" + (id + 2)))[0]).isNotEqualTo(id + 2);
  }

  @Test
  void a_list_with_something_else_than_names_changes_nothing() {
    read("\"allowed_updates\":[\"CALLBACK_QUERY\"]");
    read("\"allowed_updates\":[\"message\",5]");
    say(1);
    assertThat(read("")).isEmpty();
    assertThat(bot.ok("getWebhookInfo", "{}").path("allowed_updates").toString())
        .isEqualTo("[\"callback_query\"]");
    read("\"allowed_updates\":[]");
    assertThat(bot.ok("getWebhookInfo", "{}").has("allowed_updates")).isFalse();
  }

  /** Begins again with other rules, and a clock that stands still. */
  private void begin(Knobs knobs) {
    sandbox.close();
    var now = Instant.now();
    sandbox = Sandbox.builder().local(true).knobs(knobs).clock(() -> now).start();
    bot = new Client(sandbox);
    ann = bot.user("Ann", 100);
    bot.ok("getMe", "{}");
  }

  @Test
  void a_webhook_ends_a_poll_and_forbids_others() {
    sandbox.close();
    sandbox = Sandbox.builder().local(true).start();
    bot = new Client(sandbox);
    bot.ok("getMe", "{}");
    var poll = bot.later("getUpdates", "{\"timeout\":20}");
    awaitPoll();
    bot.ok("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
    assertThat(poll.join().description()).isEqualTo("Conflict: terminated by setWebhook request");
    assertThat(bot.call("getUpdates", "{}").description())
        .isEqualTo(
            "Conflict: can't use getUpdates method while webhook is active;"
                + " use deleteWebhook to delete the webhook first");
    bot.ok("deleteWebhook", "{}");
    bot.ok("getUpdates", "{}");
  }

  @Test
  void a_sandbox_that_stops_blames_no_other_poll() {
    var poll = bot.later("getUpdates", "{\"timeout\":20}");
    awaitPoll();
    sandbox.close();
    assertThat(poll.join().status()).isEqualTo(500);
    assertThat(poll.join().description()).isEqualTo("Internal Server Error: restart");
  }

  @Test
  void unread_messages_are_kept_a_day_and_queries_150_seconds() {
    var payment = bot.pays(ann, bot.link("ord_1", 5));
    assertThat(read("\"timeout\":5")).hasSize(1);
    say(1);
    assertThat(read("")).hasSize(2);
    sandbox.clock().advance(Duration.ofSeconds(149));
    assertThat(payment.join().json().path("status").asString()).isEqualTo("failed");
    assertThat(read("")).hasSize(2);
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(read("")).hasSize(1);
    sandbox.clock().advance(Duration.ofHours(24));
    assertThat(read("")).isEmpty();
  }

  @Test
  void the_list_of_allowed_updates_is_kept_until_it_is_changed() {
    read("\"allowed_updates\":[\"message\"]");
    var unheard = bot.pays(ann, bot.link("ord_1", 5));
    for (int i = 0; i < 10_000 && !unheard.isDone(); i++) {
      sandbox.clock().advance(Duration.ofSeconds(10));
    }
    assertThat(unheard.join().json().path("error").asString()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    read("\"allowed_updates\":\"nonsense\"");
    read("");
    say(1);
    assertThat(read("")).hasSize(1);
    assertThat(read("").path(0).has("message")).isTrue();
    read("\"allowed_updates\":[\"unheard_of\"]");
    var heard = bot.pays(ann, bot.link("ord_2", 5));
    assertThat(bot.next("pre_checkout_query").path("invoice_payload").asString())
        .isEqualTo("ord_2");
    assertThat(heard).isNotDone();
  }

  @Test
  void hundreds_of_bots_poll_at_once() {
    var bots =
        IntStream.range(1, 301)
            .mapToObj(i -> new Client(sandbox.url(), (1000 + i) + ":token"))
            .toList();
    bots.forEach(each -> each.ok("getMe", "{}"));
    var polls = bots.stream().map(each -> each.later("getUpdates", "{\"timeout\":30}")).toList();
    for (int i = 1; i <= 300; i++) {
      bot.post(
          "/sandbox/users/" + ann + "/messages", "{\"bot\":" + (1000 + i) + ",\"text\":\"x\"}");
    }
    assertThat(polls).allMatch(poll -> poll.join().result().size() == 1);
  }

  private void awaitPoll() {
    long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!bot.get("/sandbox/bots/" + Client.BOT).json().path("polling").asBoolean()) {
      assertThat(System.nanoTime()).isLessThan(patience);
    }
  }

  private void say(int times) {
    for (int i = 0; i < times; i++) {
      bot.says(ann, "hi");
    }
  }

  private JsonNode read(String parameters) {
    return bot.ok("getUpdates", "{" + parameters + "}");
  }

  private static long[] ids(JsonNode updates) {
    return updates.valueStream().mapToLong(update -> update.path("update_id").asLong()).toArray();
  }
}
