package dev.startill.sandbox.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The journal, as values, and how far a test has followed it. Thread-safe. */
final class Calls {
  private static final int SHOWN = 12;

  private final Stage stage;
  private final Map<String, Long> followed = new ConcurrentHashMap<>();

  Calls(Stage stage) {
    this.stage = stage;
  }

  List<Call> all() {
    return asked(Map.of());
  }

  List<Call> of(String method) {
    return asked(Map.of("method", method));
  }

  List<Call> of(long bot) {
    return asked(Map.of("bot", Long.toString(bot)));
  }

  List<Call> of(long bot, String method) {
    return asked(Map.of("bot", Long.toString(bot), "method", method));
  }

  /** The next call of the method that is so and that no test has waited for yet. */
  Call next(String method, Predicate<Call> so) {
    return stage.until(
        () -> unfollowed(method, so),
        () ->
            "Within %s there was no call of %s as the test describes it.%nThe calls so far:%n%s%n%s"
                .formatted(
                    stage.patience(),
                    method,
                    Transcript.calls(Transcript.last(all(), SHOWN)),
                    new Situation(stage).delivery()));
  }

  private synchronized Optional<Call> unfollowed(String method, Predicate<Call> so) {
    var name = method.toLowerCase(Locale.ROOT);
    long after = followed.getOrDefault(name, 0L);
    var found = of(method).stream().filter(call -> call.seq() > after).filter(so).findFirst();
    found.ifPresent(call -> followed.put(name, call.seq()));
    return found;
  }

  private List<Call> asked(Map<String, String> query) {
    return stage.get("calls", query).valueStream().map(Call::of).toList();
  }
}
