package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that is to go wrong. It does from {@link #once}, {@link #times} or {@link #always} on,
 * and not before one of them is called. Immutable.
 */
public abstract sealed class Fault<F extends Fault<F>> permits MethodFault, DeliveryFault {
  private final Stage stage;
  private final ObjectNode body;

  Fault(Stage stage, ObjectNode body) {
    this.stage = stage;
    this.body = body;
  }

  /** Strikes each time with this chance, from 1 to 100; each time unless told otherwise. */
  public F percent(int chance) {
    return with(Json.object().put("percent", chance));
  }

  /** Draws the percentages from this seed, so that a run can be repeated. */
  public F seed(long number) {
    return with(Json.object().put("seed", number));
  }

  /** Strikes the next time. */
  public void once() {
    times(1);
  }

  /** Strikes so many times. */
  public void times(int most) {
    var unused = stage.post("faults", body.deepCopy().put("times", most));
  }

  /** Strikes until faults are cleared or everything is forgotten. */
  public void always() {
    var unused = stage.post("faults", body.deepCopy());
  }

  abstract F made(Stage sameStage, ObjectNode newBody);

  F with(ObjectNode more) {
    return made(stage, body.deepCopy().setAll(more));
  }
}
