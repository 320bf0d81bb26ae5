package dev.startill.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON over HTTP, as anybody would speak it. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private Json() {}

  /** A status and what came with it. */
  record Answer(int status, String text) {
    JsonNode json() {
      return MAPPER.readTree(text);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  static JsonNode get(URI url) {
    return good(url, HttpRequest.newBuilder(url).build());
  }

  static JsonNode post(URI url, JsonNode body) {
    return good(
        url,
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  static void delete(URI url) {
    var answer = send(HttpRequest.newBuilder(url).DELETE().build());
    if (answer.status() != 200) {
      throw new AssertionError(url + " answered " + answer);
    }
  }

  static Answer send(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode good(URI url, HttpRequest request) {
    var answer = send(request);
    if (answer.status() != 200) {
      throw new AssertionError(url + " answered " + answer);
    }
    return answer.json();
  }
}
