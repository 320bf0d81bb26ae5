package dev.startill.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Golden;
import dev.startill.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every call is in the reference, and every call of the reference is answered. */
class ContentsTest {
  /** One streams, one is asked elsewhere, the others are about to come. */
  private static final Set<String> NOT_ASKED =
      Set.of("/sandbox/events", "/sandbox", "/sandbox/chats/{chat}/subscription");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void the_reference_lists_every_call() {
    Golden.page("docs/reference/sandbox-api.md", ApiPage.text());
  }

  @Test
  void every_call_of_the_reference_is_answered() throws Exception {
    try (var sandbox = Sandbox.start()) {
      for (var line : Contents.all()) {
        if (!NOT_ASKED.contains(line.address())) {
          var address = line.address().replaceAll("\\{[a-z_]+}", "1");
          var answer = ask(sandbox.url(), line.verb(), address);
          assertThat(answer.body())
              .as(line.verb() + " " + line.address())
              .doesNotContain(line.verb() + " " + address);
        }
      }
    }
  }

  @Test
  void what_is_not_in_the_reference_is_not_answered() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var answer = ask(sandbox.url(), "GET", "/sandbox/secrets");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("Not Found: GET /sandbox/secrets");
    }
  }

  @Test
  void the_sandbox_lists_its_calls_itself() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var json = JsonMapper.shared().readTree(ask(sandbox.url(), "GET", "/sandbox").body());
      assertThat(json.path("calls")).hasSize(Contents.all().size());
      assertThat(json.path("what").asString()).contains("no place for real tokens");
    }
  }

  private HttpResponse<String> ask(URI sandbox, String verb, String address)
      throws IOException, InterruptedException {
    var nothing = HttpRequest.BodyPublishers.noBody();
    var request = HttpRequest.newBuilder(sandbox.resolve(address)).method(verb, nothing).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
