package dev.startill.acceptance.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox's control API over plain HTTP: what happens at Telegram's side and in buyers' hands
 * while a bot runs. Thread-safe.
 */
public final class Telegram {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The sandbox at this address. */
  public Telegram(URI address) {
    this.address = address;
  }

  /** Where its Bot API listens. */
  public URI address() {
    return address;
  }

  /** A new person who has this many Stars. */
  public Buyer buyer(String firstName, long stars) {
    var body = json().put("first_name", firstName).put("language_code", "en").put("stars", stars);
    return new Buyer(this, post("/sandbox/users", body).path("id").asLong());
  }

  /** The Stars that a bot has earned. */
  public long starsOf(long bot) {
    return get("/sandbox/bots/" + bot).path("stars").asLong();
  }

  /** The commands that a bot has registered, without their slashes. */
  public List<String> commandsOf(long bot) {
    return get("/sandbox/bots/" + bot)
        .path("commands")
        .valueStream()
        .map(command -> command.path("command").asString())
        .toList();
  }

  /** Lets time pass. */
  public void advance(Duration step) {
    post("/sandbox/clock", json().put("advance", step.toString()));
  }

  /** Hands a bot its last update once more. */
  public void redeliver(long bot) {
    post("/sandbox/redeliver", json().put("bot", bot));
  }

  /** Answers the next call of a method with an error instead of doing it. */
  public void floodsOnce(String method, int retryAfter) {
    post(
        "/sandbox/faults",
        json()
            .put("method", method)
            .put("action", "error")
            .put("error_code", 429)
            .put("retry_after", retryAfter)
            .put("times", 1));
  }

  /** How often a bot has called a method with success. */
  public long calls(String method) {
    return get("/sandbox/calls?method=" + method)
        .valueStream()
        .filter(call -> call.path("status").asInt() == 200)
        .count();
  }

  /** Where a bot has its updates posted. */
  URI webhookOf(String token) {
    var info = get("/bot" + token + "/getWebhookInfo");
    return URI.create(info.path("result").path("url").asString());
  }

  /** Posts an update as somebody who is not Telegram; the status that the bot answers. */
  int forge(URI webhook, String update, String secret) {
    var post =
        HttpRequest.newBuilder(webhook)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(update, StandardCharsets.UTF_8));
    if (!secret.isEmpty()) {
      post.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    return exchange(post).statusCode();
  }

  /** The bytes of a file that a bot has sent. */
  public byte[] download(String fileId) {
    return send(request("/sandbox/files/" + fileId).GET());
  }

  ObjectNode json() {
    return JSON.createObjectNode();
  }

  JsonNode get(String path) {
    return JSON.readTree(send(request(path).GET()));
  }

  JsonNode post(String path, ObjectNode body) {
    var text = HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    return JSON.readTree(send(request(path).header("Content-Type", "application/json").POST(text)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  private byte[] send(HttpRequest.Builder request) {
    var answer = exchange(request);
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          answer.request().method()
              + " "
              + answer.uri()
              + " → "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the sandbox answered", e);
    }
  }
}
