package dev.startill.sandbox.control;

import dev.startill.sandbox.faults.Fault;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.world.AllowedUpdates;
import dev.startill.sandbox.world.Refusal;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A fault as the body of a request asks for it; what makes no sense is refused with words. */
record FaultWish(Fault fault, int times, OptionalLong seed) {
  private static final Pattern NAME = Pattern.compile("\\*|[A-Za-z][A-Za-z_]*");
  private static final Set<String> PRESET_KEYS = Set.of("preset", "times", "percent", "seed");
  private static final Set<String> KEYS =
      Set.of(
          "method",
          "delivery",
          "when",
          "action",
          "error_code",
          "description",
          "retry_after",
          "times",
          "percent",
          "seed");

  /** Updates' kinds that are finer than the fields of an Update. */
  private static final Set<String> FINER_KINDS =
      Set.of("successful_payment", "refunded_payment", "web_app_data");

  static FaultWish read(Request request, Predicate<String> isMethod) {
    boolean preset = request.body().has("preset");
    for (var key : request.body().propertyNames()) {
      if (!(preset ? PRESET_KEYS : KEYS).contains(key)) {
        throw bad("a " + (preset ? "preset" : "fault") + " has no \"" + key + "\"");
      }
    }
    var fault = preset ? preset(request) : fault(request, isMethod);
    int times = (int) number(request, "times", Faults.ALWAYS, 1, Faults.ALWAYS);
    return new FaultWish(fault, times, seed(request));
  }

  private static Fault preset(Request request) {
    if (!request.text("preset").equals(Faults.REFUND_BUG)) {
      throw bad("\"preset\" is " + Faults.REFUND_BUG);
    }
    int percent = (int) number(request, "percent", 100, 0, 100);
    return new Fault(
        Fault.Target.PRESET, Faults.REFUND_BUG, true, Fault.Action.ERROR, 400, "", 0, percent);
  }

  private static Fault fault(Request request, Predicate<String> isMethod) {
    boolean delivery = request.body().has("delivery");
    if (delivery == request.body().has("method")) {
      throw bad("a fault is of a \"method\" or of a \"delivery\": name one of them");
    }
    var name = request.text(delivery ? "delivery" : "method");
    if (!NAME.matcher(name).matches()
        || !(name.equals("*") || (delivery ? isKind(name) : isMethod.test(name)))) {
      throw bad(
          delivery
              ? "\"delivery\" is a kind of update, as successful_payment, or *"
              : "\"method\" is a Bot API method, as sendMessage, or *");
    }
    var action = action(request, delivery);
    int code = (int) number(request, "error_code", 500, 400, 599);
    int wait = (int) number(request, "retry_after", code == 429 ? 1 : 0, 0, 1_000_000);
    return new Fault(
        delivery ? Fault.Target.DELIVERY : Fault.Target.METHOD,
        name,
        afterEffect(request, delivery),
        action,
        code,
        request.textOr("description", description(code, wait)),
        wait,
        (int) number(request, "percent", 100, 0, 100));
  }

  private static boolean isKind(String name) {
    return FINER_KINDS.contains(name) || AllowedUpdates.areKnown(name);
  }

  private static Fault.Action action(Request request, boolean delivery) {
    var word = request.text("action");
    for (var action : Fault.Action.values()) {
      if (action.word().equals(word)) {
        if (!action.isFor(delivery)) {
          throw bad(action.misplaced());
        }
        return action;
      }
    }
    throw bad(
        "\"action\" is error, hang or drop for a method; drop, duplicate or reorder for a delivery");
  }

  private static boolean afterEffect(Request request, boolean delivery) {
    var when = request.textOr("when", "before_effect");
    if (delivery && request.body().has("when")) {
      throw bad("\"when\" is for methods: a delivery has no effect to wait for");
    }
    return switch (when) {
      case "before_effect" -> false;
      case "after_effect" -> true;
      default -> throw bad("\"when\" is before_effect or after_effect");
    };
  }

  private static OptionalLong seed(Request request) {
    return request.body().has("seed")
        ? OptionalLong.of(request.number("seed"))
        : OptionalLong.empty();
  }

  private static long number(Request request, String name, long byDefault, long least, long most) {
    long number = request.numberOr(name, byDefault);
    if (number < least || number > most) {
      throw bad("\"" + name + "\" is from " + least + " to " + most);
    }
    return number;
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

  private static Refusal bad(String why) {
    return Refusal.of(400, "Bad Request: " + why);
  }
}
