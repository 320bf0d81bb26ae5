package dev.startill.sandbox.testing;

import dev.startill.sandbox.control.Control;
import dev.startill.sandbox.control.Request;
import dev.startill.sandbox.live.Bell;
import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.world.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a test acts on: the control interface without its HTTP, and a bell that rings when something
 * happened. It decides nothing that the control interface does not. Thread-safe.
 */
public final class Stage {
  private final Control control;
  private final LiveWorld live;
  private final Duration patience;
  private final Bell bell = new Bell();
  private final List<Bot> named = new CopyOnWriteArrayList<>();
  private final Calls calls = new Calls(this);

  /** A stage of this World; whoever waits on it does so for that long, in real time. */
  public Stage(Control control, LiveWorld live, Journal journal, Duration patience) {
    this.control = control;
    this.live = live;
    this.patience = patience;
    live.watch(bell);
    journal.follow(call -> bell.ring());
  }

  JsonNode get(String path) {
    return get(path, Map.of());
  }

  JsonNode get(String path, Map<String, String> query) {
    return call("GET", path, query, Json.object());
  }

  JsonNode post(String path, ObjectNode body) {
    return call("POST", path, Map.of(), body);
  }

  void delete(String path, Map<String, String> query) {
    var unused = call("DELETE", path, query, Json.object());
  }

  LiveWorld live() {
    return live;
  }

  Duration patience() {
    return patience;
  }

  Calls calls() {
    return calls;
  }

  /** The bots that a test has named, in that order. */
  List<Bot> named() {
    return named;
  }

  /**
   * Looks again whenever something happened, until there is something to see.
   *
   * @throws WaitedInVain when there is not within the patience; the situation is in its message
   */
  <T> T until(Supplier<Optional<T>> look, Supplier<String> inVain) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        long seen = bell.times();
        var found = look.get();
        if (found.isPresent()) {
          return found.get();
        }
        if (!bell.awaitAfter(seen, end)) {
          throw new WaitedInVain(inVain.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitedInVain("Interrupted. " + inVain.get());
    }
  }

  private JsonNode call(String verb, String address, Map<String, String> named, JsonNode body) {
    var query = new Parameters();
    named.forEach((name, value) -> query.add(name, new Parameters.Value(value, false)));
    var path = address.isEmpty() ? List.<String>of() : List.of(address.split("/", -1));
    var answer = control.answer(new Request(verb, path, query, body));
    var json = Json.read(new String(answer.body(), StandardCharsets.UTF_8)).orElseGet(Json::object);
    if (answer.status() >= 400) {
      throw new IllegalArgumentException(
          verb + " /sandbox/" + address + ": " + json.path("error").asString(""));
    }
    return json;
  }
}
