package dev.startill.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot and its buyers on the wire: plain HTTP, nothing of the sandbox but its address. */
final class Client {
  static final String TOKEN = "123456789:AAHtest-token_of_a_shop";
  static final long BOT = 123456789;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The types of all objects that any client received. */
  static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Status and body, which is JSON. */
  record Answer(int status, JsonNode json, HttpResponse<String> http) {
    JsonNode result() {
      return json.path("result");
    }

    String description() {
      return json.path("description").asString("");
    }
  }

  private final URI base;
  private final String token;

  Client(Sandbox sandbox) {
    this(sandbox.url(), TOKEN);
  }

  Client(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Calls a Bot API method with a JSON body; what it answers must be what Telegram has. */
  Answer call(String method, String body) {
    return shaped(method, send(post("/bot" + token + "/" + method, "application/json", body)));
  }

  /** Calls a method and expects success. */
  JsonNode ok(String method, String body) {
    var answer = call(method, body);
    if (answer.status() != 200) {
      throw new AssertionError(method + " " + body + " → " + answer.json());
    }
    return answer.result();
  }

  CompletableFuture<Answer> later(String method, String body) {
    return HTTP.sendAsync(
            post("/bot" + token + "/" + method, "application/json", body).build(),
            BodyHandlers.ofString())
        .thenApply(response -> shaped(method, answer(response)));
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)));
  }

  Answer post(String path, String body) {
    return send(post(path, "application/json", body));
  }

  CompletableFuture<Answer> postLater(String path, String body) {
    return HTTP.sendAsync(post(path, "application/json", body).build(), BodyHandlers.ofString())
        .thenApply(Client::answer);
  }

  Answer delete(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).DELETE());
  }

  HttpRequest.Builder post(String path, String contentType, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return answer(
          HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  URI at(String path) {
    return base.resolve(path);
  }

  /** A new user with that many Stars. */
  long user(String name, long stars) {
    return post("/sandbox/users", "{\"first_name\":\"" + name + "\",\"stars\":" + stars + "}")
        .json()
        .path("id")
        .asLong();
  }

  /** The user writes to the bot. */
  JsonNode says(long user, String text) {
    return post(
            "/sandbox/users/" + user + "/messages",
            "{\"bot\":" + BOT + ",\"text\":\"" + text + "\"}")
        .json();
  }

  long stars(long user) {
    return get("/sandbox/users/" + user).json().path("stars").asLong();
  }

  /** The next updates, confirming those below the offset; waits up to five seconds. */
  JsonNode updates(long offset) {
    return ok("getUpdates", "{\"timeout\":5,\"offset\":" + offset + "}");
  }

  /** Waits for the next update that has this field, and confirms everything up to it. */
  JsonNode next(String field) {
    long offset = 0;
    for (int i = 0; i < 20; i++) {
      for (var update : updates(offset)) {
        offset = update.path("update_id").asLong() + 1;
        if (update.has(field)) {
          ok("getUpdates", "{\"offset\":" + offset + "}");
          return update.path(field);
        }
      }
    }
    throw new AssertionError("no " + field + " came");
  }

  /** A link over so many Stars. */
  String link(String payload, long stars) {
    return ok("createInvoiceLink", invoice(payload, stars)).asString();
  }

  static String invoice(String payload, long stars) {
    return """
        {"title":"Guide","description":"A guide","payload":"%s","currency":"XTR",
         "prices":[{"label":"Guide","amount":%d}]}"""
        .formatted(payload, stars);
  }

  CompletableFuture<Answer> pays(long user, String link) {
    return postLater("/sandbox/users/" + user + "/payments", "{\"link\":\"" + link + "\"}");
  }

  /** Every object that a test receives is checked against Telegram's documentation. */
  private static Answer shaped(String method, Answer answer) {
    var type = BotApiSchema.result(method);
    if (answer.status() != 200 || type.isEmpty()) {
      return answer;
    }
    var faults = new ArrayList<String>();
    if (type.equals("Update[]")) {
      answer.result().forEach(it -> faults.addAll(BotApiSchema.updateFaults(it, SEEN)));
    } else {
      faults.addAll(BotApiSchema.faults(type, answer.result(), SEEN));
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(method + ": " + faults + " in " + answer.json());
    }
    return answer;
  }

  private static Answer answer(HttpResponse<String> response) {
    var body = response.body().isEmpty() ? "null" : response.body();
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        response.statusCode(), json ? JSON.readTree(body) : JSON.readTree("null"), response);
  }
}
