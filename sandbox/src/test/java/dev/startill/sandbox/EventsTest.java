package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** The stream of events that a page listens to. */
class EventsTest extends SandboxTest {
  @Test
  void what_happens_is_told_in_order() throws IOException, InterruptedException {
    long ann = bot.user("Ann", 100);
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(bot.at("/sandbox/events")).build(), BodyHandlers.ofLines());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    var lines = response.body().iterator();
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

  private static String next(Iterator<String> lines, String name) {
    while (lines.hasNext()) {
      if (lines.next().replace(" ", "").equals("event:" + name)) {
        return lines.next().replaceFirst("data: ?", "");
      }
    }
    throw new AssertionError("the stream ended before " + name);
  }
}
