package dev.startill.sandbox.testing;

import java.util.List;
import java.util.Map;

/** The journal, as values. */
final class Calls {
  private Calls() {}

  static List<Call> of(Stage stage, Map<String, String> query) {
    return stage.get("calls", query).valueStream().map(Call::of).toList();
  }
}
