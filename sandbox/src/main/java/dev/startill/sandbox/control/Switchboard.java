package dev.startill.sandbox.control;

import dev.startill.sandbox.faults.Fault;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.Locale;
import java.util.Set;

/** {@code POST} and {@code DELETE /sandbox/faults}. */
final class Switchboard {
  private static final Set<String> FOR_METHODS = Set.of("error", "hang", "drop");
  private static final Set<String> FOR_DELIVERIES = Set.of("drop", "duplicate");

  private final Faults faults;

  Switchboard(Faults faults) {
    this.faults = faults;
  }

  Answer answer(Request request) {
    return switch (request.verb()) {
      case "POST" -> add(request);
      case "DELETE" -> {
        clear();
        yield Answer.json(200, Json.object().put("faults", 0));
      }
      default -> throw Control.noSuchCall(request);
    };
  }

  void clear() {
    faults.clear();
  }

  private Answer preset(Request request) {
    if (!request.text("preset").equals("refund-bug-2025")) {
      throw Refusal.of(400, "Bad Request: \"preset\" is refund-bug-2025");
    }
    int times = Math.clamp(request.numberOr("times", Faults.ALWAYS), 1, Faults.ALWAYS);
    faults.addRefundBug(times, Math.clamp(request.numberOr("percent", 100), 0, 100));
    return Answer.json(200, Json.object().put("accepted", true));
  }

  private Answer add(Request request) {
    if (request.body().has("preset")) {
      return preset(request);
    }
    boolean delivery = request.body().has("delivery");
    var target = request.text(delivery ? "delivery" : "method");
    var action = request.text("action");
    if (!(delivery ? FOR_DELIVERIES : FOR_METHODS).contains(action)) {
      throw Refusal.of(
          400,
          "Bad Request: \"action\" is error, hang or drop for a method,"
              + " drop or duplicate for a delivery");
    }
    int code = Math.toIntExact(request.numberOr("error_code", 500));
    if (code < 400 || code > 599) {
      throw Refusal.of(400, "Bad Request: \"error_code\" is from 400 to 599");
    }
    int retryAfter = Math.toIntExact(request.numberOr("retry_after", code == 429 ? 1 : 0));
    var fault =
        new Fault(
            delivery,
            delivery ? target : target.toLowerCase(Locale.ROOT),
            afterEffect(request),
            Fault.Action.valueOf(action.toUpperCase(Locale.ROOT)),
            code,
            request.textOr("description", description(code, retryAfter)),
            retryAfter,
            Math.clamp(request.numberOr("percent", 100), 0, 100));
    faults.add(fault, Math.clamp(request.numberOr("times", Faults.ALWAYS), 1, Faults.ALWAYS));
    return Answer.json(200, Json.object().put("accepted", true));
  }

  private static boolean afterEffect(Request request) {
    return switch (request.textOr("when", "before_effect")) {
      case "before_effect" -> false;
      case "after_effect" -> true;
      default -> throw Refusal.of(400, "Bad Request: \"when\" is before_effect or after_effect");
    };
  }

  private static String description(int code, int retryAfter) {
    return switch (code) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 429 -> "Too Many Requests: retry after " + retryAfter;
      case 502 -> "Bad Gateway";
      default -> "Internal Server Error";
    };
  }
}
