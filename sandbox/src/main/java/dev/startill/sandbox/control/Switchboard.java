package dev.startill.sandbox.control;

import dev.startill.sandbox.faults.Armed;
import dev.startill.sandbox.faults.Fault;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sandbox/faults}: arms a fault, lists those in force, takes one or all away. */
final class Switchboard {
  private final Faults faults;
  private final Predicate<String> isMethod;

  /** The predicate knows the names of Bot API methods, in any case. */
  Switchboard(Faults faults, Predicate<String> isMethod) {
    this.faults = faults;
    this.isMethod = isMethod;
  }

  Answer answer(Request request) {
    return switch (request.verb()) {
      case "GET" -> list();
      case "POST" -> add(request);
      default -> request.path().size() > 1 ? remove(request) : removeAll();
    };
  }

  void clear() {
    faults.clear();
  }

  private Answer add(Request request) {
    var wish = FaultWish.read(request, isMethod);
    return Answer.json(200, shown(faults.add(wish.fault(), wish.times(), wish.seed())));
  }

  private Answer list() {
    var list = Json.array();
    faults.all().forEach(armed -> list.add(shown(armed)));
    return Answer.json(200, list);
  }

  private Answer remove(Request request) {
    long id = request.pathNumber(1);
    if (!faults.remove(id)) {
      throw Refusal.of(
          404, "Not Found: no fault " + id + " is in force; one that is spent goes by itself");
    }
    return left();
  }

  private Answer removeAll() {
    clear();
    return left();
  }

  private Answer left() {
    return Answer.json(200, Json.object().put("faults", faults.all().size()));
  }

  /** As it was asked for, with its number, how often it struck, and how often it will at most. */
  private static ObjectNode shown(Armed armed) {
    var fault = armed.fault();
    var json = Json.object().put("id", armed.id());
    json.put(fault.target().word(), fault.name());
    switch (fault.target()) {
      case METHOD -> describe(json, fault);
      case DELIVERY -> json.put("action", fault.action().word());
      case PRESET -> {}
    }
    json.put("percent", fault.percent());
    armed.seed().ifPresent(seed -> json.put("seed", seed));
    json.put("struck", armed.struck());
    if (armed.times() != Faults.ALWAYS) {
      json.put("times", armed.times()).put("left", armed.left());
    }
    return json;
  }

  private static void describe(ObjectNode json, Fault fault) {
    json.put("action", fault.action().word());
    json.put("when", fault.afterEffect() ? "after_effect" : "before_effect");
    if (fault.action() == Fault.Action.ERROR) {
      json.put("error_code", fault.errorCode()).put("description", fault.description());
      if (fault.retryAfter() > 0) {
        json.put("retry_after", fault.retryAfter());
      }
    }
  }
}
