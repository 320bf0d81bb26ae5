package dev.startill.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of a sandbox, as its buyers use it. Threads share it. */
final class Telegram {
  static final JsonMapper JSON = new JsonMapper();

  private final URI sandbox;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Telegram(URI sandbox) {
    this.sandbox = sandbox;
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(sandbox.resolve(path)).build());
  }

  JsonNode post(String path, Object body) {
    return send(
        HttpRequest.newBuilder(sandbox.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /** Lines of the event stream, until the sandbox ends. */
  HttpResponse<java.util.stream.Stream<String>> events() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(sandbox.resolve("/sandbox/events")).build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
