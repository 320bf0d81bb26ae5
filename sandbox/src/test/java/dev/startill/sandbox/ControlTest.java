package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control interface: people, clock, faults, redelivery, journal, and the page's files. */
class ControlTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
    bot.says(ann, "hi");
  }

  @Test
  void users_and_bots_can_be_listed() {
    var users = bot.get("/sandbox/users").json();
    assertThat(users).hasSize(1);
    assertThat(users.path(0).path("first_name").asString()).isEqualTo("Ann");
    assertThat(users.path(0).path("stars").asLong()).isEqualTo(100);
    assertThat(bot.get("/sandbox/users/" + ann).json()).isEqualTo(users.path(0));
    var bots = bot.get("/sandbox/bots").json();
    assertThat(bots).hasSize(1);
    assertThat(bots.path(0).path("username").asString()).isEqualTo("shop_123456789_bot");
    assertThat(bot.get("/sandbox/bots/@shop_123456789_bot").json()).isEqualTo(bots.path(0));
  }

  @Test
  void stars_can_be_given() {
    var given = bot.post("/sandbox/users/" + ann + "/stars", "{\"stars\":11}").json();
    assertThat(given.path("stars").asLong()).isEqualTo(111);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | users | {} | 400",
        "POST | users | nonsense | 400",
        "POST | users | [] | 400",
        "POST | users | {\"first_name\":5} | 400",
        "POST | users | {\"first_name\":\"A\",\"stars\":-1} | 400",
        "POST | users | {\"first_name\":\"A\",\"stars\":9223372036854775807} | 400",
        "POST | users | {\"first_name\":\"A\",\"stars\":1.5} | 400",
        "POST | users | {\"first_name\":\"\\ud800\"} | 400",
        "POST | users/1/messages | {\"bot\":123456789,\"text\":\"a\"} | 404",
        "POST | users/x/messages | {\"bot\":123456789,\"text\":\"a\"} | 404",
        "POST | users/700000001/messages | {\"bot\":1,\"text\":\"a\"} | 404",
        "POST | users/700000001/messages | {\"bot\":\"@nobody\",\"text\":\"a\"} | 404",
        "POST | users/700000001/messages | {\"bot\":123456789} | 400",
        "POST | users/700000001/payments | {} | 404",
        "POST | users/700000001/payments | {\"link\":\"https://t.me/$none\"} | 404",
        "POST | users/700000001/payments | {\"bot\":123456789,\"message_id\":1} | 400",
        "POST | users/700000001/payments | {\"bot\":123456789,\"message_id\":99} | 404",
        "POST | clock | {\"advance\":\"tomorrow\"} | 400",
        "POST | clock | {\"advance\":\"-PT1S\"} | 400",
        "POST | clock | {\"advance\":\"P9999999999D\"} | 400",
        "POST | faults | {\"method\":\"*\",\"action\":\"explode\"} | 400",
        "POST | faults | {\"delivery\":\"*\",\"action\":\"error\"} | 400",
        "POST | faults | {\"action\":\"drop\"} | 400",
        "POST | faults | {\"method\":\"*\",\"action\":\"error\",\"error_code\":200} | 400",
        "POST | redeliver | {\"bot\":123456789,\"update_id\":1} | 404",
        "POST | redeliver | {\"bot\":123456789,\"update_id\":99999999999} | 404",
        "POST | redeliver | {\"bot\":123456789,\"update_id\":-99999999999} | 404",
        "POST | nonsense | {} | 404",
        "POST | calls | {} | 404",
      })
  void a_bad_request_is_told_what_is_wrong(String verb, String path, String body, int status) {
    var answer = bot.post("/sandbox/" + path, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asString()).isNotBlank();
  }

  @Test
  void a_blocked_bot_cannot_write_until_the_user_comes_back() {
    var text = "{\"chat_id\":" + ann + ",\"text\":\"hello\"}";
    var me = "{\"bot\":" + Client.BOT + "}";
    bot.post("/sandbox/users/" + ann + "/block", me);
    var refused = bot.call("sendMessage", text);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");
    bot.post("/sandbox/users/" + ann + "/unblock", me);
    bot.ok("sendMessage", text);
    bot.post("/sandbox/users/" + ann + "/block", me);
    bot.says(ann, "back again");
    bot.ok("sendMessage", text);
  }

  @Test
  void a_chat_can_be_read_from_where_one_stopped() {
    var chat = "/sandbox/users/" + ann + "/messages?bot=" + Client.BOT;
    var first = bot.get(chat).json();
    assertThat(first).hasSize(1);
    bot.says(ann, "two");
    var more = bot.get(chat + "&after=" + first.path(0).path("message_id")).json();
    assertThat(more).hasSize(1);
    assertThat(more.path(0).path("text").asString()).isEqualTo("two");
  }

  @Test
  void the_clock_runs_and_moves_ahead() {
    var before = Instant.parse(bot.get("/sandbox/clock").json().path("now").asString());
    bot.post("/sandbox/clock", "{\"advance\":\"P30D\"}");
    var after = Instant.parse(bot.get("/sandbox/clock").json().path("now").asString());
    assertThat(Duration.between(before, after)).isBetween(Duration.ofDays(30), Duration.ofDays(31));
    assertThat(sandbox.clock().instant()).isAfterOrEqualTo(after);
    long date = bot.says(ann, "later").path("date").asLong();
    assertThat(date).isGreaterThanOrEqualTo(after.getEpochSecond());
  }

  @Test
  void a_confirmed_update_is_redelivered_once() {
    long id = bot.updates(0).path(0).path("update_id").asLong();
    assertThat(bot.ok("getUpdates", "{\"offset\":" + (id + 1) + "}")).isEmpty();
    assertThat(bot.post("/sandbox/redeliver", "{\"bot\":" + Client.BOT + "}").status())
        .isEqualTo(200);
    var again = bot.ok("getUpdates", "{\"offset\":" + (id + 1) + "}");
    assertThat(again.path(0).path("update_id").asLong()).isEqualTo(id);
    assertThat(again).hasSize(1);
    assertThat(bot.ok("getUpdates", "{\"offset\":" + (id + 1) + "}")).isEmpty();
  }

  @Test
  void an_error_strikes_so_often_as_asked_before_the_effect() {
    fault("{\"method\":\"sendMessage\",\"action\":\"error\",\"error_code\":429,\"times\":2}");
    var text = "{\"chat_id\":" + ann + ",\"text\":\"hello\"}";
    for (int i = 0; i < 2; i++) {
      var answer = bot.call("sendMessage", text);
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.json().at("/parameters/retry_after").asInt()).isEqualTo(1);
      assertThat(answer.http().headers().firstValue("Retry-After")).contains("1");
    }
    assertThat(chatSize()).isEqualTo(1);
    bot.ok("sendMessage", text);
    assertThat(chatSize()).isEqualTo(2);
  }

  @Test
  void an_error_after_the_effect_hides_a_success() {
    fault(
        "{\"method\":\"*\",\"action\":\"error\",\"when\":\"after_effect\","
            + "\"description\":\"<html>\",\"times\":1}");
    var answer = bot.call("sendMessage", "{\"chat_id\":" + ann + ",\"text\":\"hello\"}");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.description()).isEqualTo("<html>");
    assertThat(chatSize()).isEqualTo(2);
  }

  @Test
  void a_dropped_call_gets_no_answer() {
    fault("{\"method\":\"getMe\",\"action\":\"drop\",\"times\":1}");
    assertThatThrownBy(() -> bot.call("getMe", "{}")).isInstanceOf(UncheckedIOException.class);
    bot.ok("getMe", "{}");
    var calls = bot.get("/sandbox/calls?method=getMe").json();
    assertThat(calls.path(1).path("status").asInt()).isZero();
    assertThat(calls.path(1).path("response").isNull()).isTrue();
  }

  @Test
  void a_hanging_call_ends_when_the_sandbox_does() {
    fault("{\"method\":\"getMe\",\"action\":\"hang\"}");
    var call = bot.later("getMe", "{}");
    assertThat(bot.ok("getUpdates", "{}")).hasSize(1);
    sandbox.close();
    assertThat(call).completesExceptionallyWithin(Duration.ofSeconds(10));
  }

  @Test
  void an_update_can_be_lost_or_doubled() {
    long first = bot.updates(0).path(0).path("update_id").asLong();
    fault("{\"delivery\":\"message\",\"action\":\"drop\",\"times\":1}");
    bot.says(ann, "lost");
    fault("{\"delivery\":\"message\",\"action\":\"duplicate\",\"times\":1}");
    bot.says(ann, "twice");
    var read = bot.ok("getUpdates", "{\"offset\":" + (first + 1) + "}");
    assertThat(read).hasSize(1);
    assertThat(read.at("/0/message/text").asString()).isEqualTo("twice");
    assertThat(bot.ok("getUpdates", "{\"offset\":" + (first + 2) + "}")).isEqualTo(read);
    assertThat(bot.ok("getUpdates", "{\"offset\":" + (first + 2) + "}")).isEmpty();
  }

  @Test
  void faults_can_be_taken_away() {
    fault("{\"method\":\"*\",\"action\":\"error\"}");
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(500);
    bot.delete("/sandbox/faults");
    bot.ok("getMe", "{}");
  }

  @Test
  void the_journal_has_every_call_and_no_token() {
    bot.ok("sendMessage", "{\"chat_id\":" + ann + ",\"text\":\"hello\"}");
    var answer = bot.get("/sandbox/calls?method=sendMessage");
    var call = answer.json().path(0);
    assertThat(call.path("bot").asLong()).isEqualTo(Client.BOT);
    assertThat(call.path("request").toString())
        .isEqualTo("{\"chat_id\":" + ann + ",\"text\":\"hello\"}");
    assertThat(call.path("status").asInt()).isEqualTo(200);
    assertThat(call.at("/response/result/text").asString()).isEqualTo("hello");
    assertThat(Instant.parse(call.path("at").asString())).isNotNull();
    assertThat(answer.http().body()).doesNotContain("AAHtest");
    assertThat(bot.get("/sandbox/calls?after=" + call.path("seq")).json()).isEmpty();
    assertThat(bot.get("/sandbox/calls?last=1").json()).hasSize(1);
    assertThat(bot.get("/sandbox/calls/" + call.path("seq")).json()).isEqualTo(call);
    assertThat(bot.get("/sandbox/calls/999999").status()).isEqualTo(404);
  }

  @Test
  void everything_can_be_forgotten() {
    assertThat(bot.delete("/sandbox").status()).isEqualTo(200);
    assertThat(bot.get("/sandbox/users").json()).isEmpty();
    assertThat(bot.get("/sandbox/bots").json()).isEmpty();
    assertThat(bot.get("/sandbox/calls").json()).isEmpty();
  }

  @Test
  void a_taken_port_is_told_with_a_remedy() {
    var second = Sandbox.builder().port(sandbox.port());
    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("127.0.0.1:" + sandbox.port())
        .hasMessageContaining("Choose another port");
  }

  @Test
  void many_sandboxes_run_side_by_side() {
    try (var other = Sandbox.start()) {
      var elsewhere = new Client(other);
      assertThat(elsewhere.get("/sandbox/users").json()).isEmpty();
      assertThat(bot.get("/sandbox/users").json()).hasSize(1);
    }
  }

  @Test
  void strict_tokens_keep_strangers_out() {
    sandbox.close();
    sandbox = Sandbox.builder().strictTokens(true).start();
    bot = new Client(sandbox);
    assertThat(bot.call("getMe", "{}").description()).isEqualTo("Unauthorized");
    var made =
        bot.post(
            "/sandbox/bots", "{\"token\":\"" + Client.TOKEN + "\",\"username\":\"guide_bot\"}");
    assertThat(made.json().path("id").asLong()).isEqualTo(Client.BOT);
    assertThat(made.http().body()).doesNotContain("AAHtest");
    assertThat(bot.ok("getMe", "{}").path("username").asString()).isEqualTo("guide_bot");
  }

  @Test
  void the_page_comes_with_a_strict_policy() {
    for (var path : new String[] {"/", "/page/main.js", "/page/page.css"}) {
      var answer = bot.get(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.http().headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'self'; img-src 'self' data: https:; style-src 'self';"
                  + " frame-src https: http:");
    }
    assertThat(bot.get("/page/../Sandbox.class").status()).isEqualTo(404);
    assertThat(bot.get("/page/%2e%2e/Sandbox.class").status()).isEqualTo(404);
    assertThat(bot.get("/page/none.js").status()).isEqualTo(404);
  }

  private void fault(String fault) {
    assertThat(bot.post("/sandbox/faults", fault).status()).isEqualTo(200);
  }

  private int chatSize() {
    return bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json().size();
  }
}
