package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events that a page listens to. */
class EventsTest extends SandboxTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void what_happens_is_told_in_order() throws IOException, InterruptedException {
    long ann = bot.user("Ann", 100);
    var lines = listen();
    bot.user("Bob", 1);
    assertThat(next(lines, "user")).contains("\"first_name\":\"Bob\"");
    bot.says(ann, "hi");
    assertThat(next(lines, "message")).contains("\"user\":" + ann, "\"bot\":", "\"text\":\"hi\"");
    var end = bot.pays(ann, bot.link("ord_1", 5));
    assertThat(next(lines, "payment")).contains("\"status\":\"pending\"");
    var id = bot.next("pre_checkout_query").path("id");
    bot.ok("answerPreCheckoutQuery", "{\"ok\":true,\"pre_checkout_query_id\":" + id + "}");
    assertThat(next(lines, "balance")).contains("\"stars\":95");
    assertThat(next(lines, "message")).contains("successful_payment");
    assertThat(next(lines, "payment")).contains("\"status\":\"paid\"");
    assertThat(end.join().status()).isEqualTo(200);
    sandbox.clock().advance(Duration.ofDays(1));
    assertThat(next(lines, "clock")).contains("\"now\":");
    bot.delete("/sandbox");
    assertThat(next(lines, "reset")).isEqualTo("{}");
  }

  @Test
  void calls_are_told_as_the_journal_has_them() throws IOException, InterruptedException {
    long ann = bot.user("Ann", 100);
    bot.says(ann, "hi");
    var lines = listen();
    bot.ok("sendChatAction", "{\"chat_id\":%d,\"action\":\"typing\"}".formatted(ann));
    var call = JSON.readTree(next(lines, "call"));
    var journaled = bot.get("/sandbox/calls?method=sendChatAction").json().path(0);
    assertThat(call).isEqualTo(journaled);
    assertThat(call.path("request").toString()).contains("\"action\":\"typing\"");
    assertThat(call.path("ms").asDouble()).isPositive();
    bot.call("getMe", "{\"x\":\"" + "y".repeat(20_000) + "\"}");
    var cut = JSON.readTree(next(lines, "call"));
    assertThat(cut.has("request")).isFalse();
    assertThat(cut.path("status").asInt()).isEqualTo(200);
  }

  @Test
  void the_way_of_an_update_is_told() throws IOException, InterruptedException {
    long ann = bot.user("Ann", 100);
    bot.ok("getMe", "{}");
    var lines = listen();
    bot.says(ann, "read");
    var queued = JSON.readTree(next(lines, "update"));
    assertThat(queued.path("state").asString()).isEqualTo("queued");
    assertThat(queued.at("/update/message/text").asString()).isEqualTo("read");
    bot.ok("getUpdates", "{}");
    bot.ok("getUpdates", "{\"offset\":%d}".formatted(queued.path("update_id").asLong() + 1));
    assertThat(JSON.readTree(next(lines, "update")))
        .isEqualTo(
            JSON.readTree(
                "{\"bot\":%d,\"update_id\":%d,\"kind\":\"message\",\"state\":\"delivered\"}"
                    .formatted(Client.BOT, queued.path("update_id").asLong())));
    bot.says(ann, "late");
    assertThat(next(lines, "update")).contains("\"state\":\"queued\"");
    sandbox.clock().advance(Duration.ofDays(2));
    bot.ok("getUpdates", "{}");
    assertThat(next(lines, "update")).contains("\"state\":\"expired\"");
    bot.post("/sandbox/faults", "{\"delivery\":\"message\",\"action\":\"drop\"}");
    bot.says(ann, "lost");
    assertThat(next(lines, "update"))
        .contains("\"kind\":\"message\",\"state\":\"dropped\"")
        .doesNotContain("update_id");
  }

  private Iterator<String> listen() throws IOException, InterruptedException {
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(bot.at("/sandbox/events")).build(), BodyHandlers.ofLines());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return response.body().iterator();
  }

  private static String next(Iterator<String> lines, String name) {
    while (lines.hasNext()) {
      if (lines.next().replace(" ", "").equals("event:" + name)) {
        return lines.next().replaceFirst("data: ?", "");
      }
    }
    throw new AssertionError("the stream ended before " + name);
  }
}
