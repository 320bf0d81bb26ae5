package dev.startill.acceptance;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The pretend Telegram of one story, through its control API. */
final class Box implements AutoCloseable {
  static final String TOKEN = "4242:a_token_for_stories_only";
  static final long BOT = 4242;
  private static final long EVERYTHING = 10_000_000;

  private final AutoCloseable owner;
  private final URI url;

  private Box(AutoCloseable owner, URI url) {
    this.owner = owner;
    this.url = url;
  }

  /** A new one in this process; it forgets no message, for a story reads all that was said. */
  static Box open() {
    var knobs = Knobs.TELEGRAM.with(Knob.HISTORY, EVERYTHING).with(Knob.CHAT_HISTORY, EVERYTHING);
    var sandbox = Sandbox.builder().local(true).knobs(knobs).start();
    return new Box(sandbox, sandbox.url());
  }

  /** A new one that knows no token before somebody registers it. */
  static Box strict() {
    var sandbox = Sandbox.builder().local(true).strictTokens(true).start();
    return new Box(sandbox, sandbox.url());
  }

  /** One that somebody else runs. */
  static Box at(URI url) {
    return new Box(() -> {}, url);
  }

  URI url() {
    return url;
  }

  Buyer buyer(String name, long stars) {
    var user = post("/sandbox/users", Json.object().put("first_name", name).put("stars", stars));
    return new Buyer(this, user.get("id").asLong(), name);
  }

  /** Waits until the bot has made its first call: before it nobody can write to it. */
  void awaitBot() {
    Until.holds("the bot's first call", () -> !get("/sandbox/bots").isEmpty());
  }

  /**
   * From now on the bot gets nothing but what its open poll brings it, which is the next update: a
   * poll that is not open yet would bring it nothing at all.
   */
  void isPolledOnceMore() {
    Until.holds("a poll is open", () -> bot(BOT).get("polling").asBoolean());
    fault(Map.of("method", "getUpdates", "when", "before_effect", "action", "hang"));
  }

  JsonNode bot(long id) {
    return get("/sandbox/bots/" + id);
  }

  JsonNode calls(String method) {
    return get("/sandbox/calls?method=" + method);
  }

  void redeliver(long bot) {
    post("/sandbox/redeliver", Json.object().put("bot", bot));
  }

  void advance(Duration by) {
    post("/sandbox/clock", Json.object().put("advance", by.toString()));
  }

  /** Makes something go wrong, such as {@code method=sendMessage, action=hang, times=1}. */
  void fault(Map<String, Object> fault) {
    var body = Json.object();
    fault.forEach(
        (name, value) -> {
          if (value instanceof Integer number) {
            body.put(name, number);
          } else {
            body.put(name, value.toString());
          }
        });
    post("/sandbox/faults", body);
  }

  /** Of a call of this method, or of an update of this kind, nothing is heard. */
  void loses(String what, String name) {
    fault(Map.of(what, name, "action", "drop"));
  }

  void nothingGoesWrong() {
    Json.delete(url.resolve("/sandbox/faults"));
  }

  /** Telegram forgets everything, people and Stars included. */
  void forgetsEverything() {
    Json.delete(url.resolve("/sandbox"));
  }

  /** A call of the bot itself, by its token. */
  JsonNode asBot(String method, JsonNode parameters) {
    return post("/bot" + TOKEN + "/" + method, parameters).get("result");
  }

  /** The same, whatever Telegram says to it. */
  Json.Answer callAsBot(String method, JsonNode parameters) {
    return Json.send(
        HttpRequest.newBuilder(url.resolve("/bot" + TOKEN + "/" + method))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(parameters.toString()))
            .build());
  }

  JsonNode get(String path) {
    return Json.get(url.resolve(path));
  }

  JsonNode post(String path, JsonNode body) {
    return Json.post(url.resolve(path), body);
  }

  @Override
  public void close() {
    try {
      owner.close();
    } catch (Exception e) {
      throw new IllegalStateException("The sandbox did not close.", e);
    }
  }
}
