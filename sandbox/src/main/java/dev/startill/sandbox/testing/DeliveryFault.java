package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An update that does not reach its bot as it should: lost, told twice, out of order. Immutable.
 */
public final class DeliveryFault extends Fault<DeliveryFault> {
  private DeliveryFault(Stage stage, ObjectNode body) {
    super(stage, body);
  }

  static DeliveryFault of(Stage stage, String kind, String action) {
    return new DeliveryFault(stage, Json.object().put("delivery", kind).put("action", action));
  }

  @Override
  DeliveryFault made(Stage stage, ObjectNode body) {
    return new DeliveryFault(stage, body);
  }
}
