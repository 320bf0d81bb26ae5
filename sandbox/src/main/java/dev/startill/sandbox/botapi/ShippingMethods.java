package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * answerShippingQuery. Stars are never asked where to ship
 * (core.telegram.org/bots/api#sendinvoice), so every query identifier is one that was never given.
 */
final class ShippingMethods {
  private ShippingMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("answershippingquery", ShippingMethods::answer);
  }

  private static Reply answer(Call call) {
    boolean ok = call.parameters().flag("ok");
    var given = call.parameters().required(ok ? "shipping_options" : "error_message");
    if (ok) {
      checkOptions(given);
    }
    throw Refusal.staleQuery();
  }

  private static void checkOptions(String text) {
    var options =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("Can't parse shipping options JSON object"));
    if (!options.isArray()) {
      throw Refusal.badRequest("Expected an Array of shipping options");
    }
    for (var option : options) {
      checkOption(option, why -> Refusal.badRequest("Can't parse shipping option: " + why));
    }
    if (options.isEmpty()) {
      throw Refusal.badRequest("There must be at least one shipping option");
    }
  }

  private static void checkOption(JsonNode option, Function<String, Refusal> refusal) {
    if (!option.isObject()) {
      throw refusal.apply("ShippingOption must be an Object");
    }
    if (Fields.text(option, "id", refusal).isEmpty()) {
      throw refusal.apply("ShippingOption identifier must be non-empty");
    }
    if (Fields.text(option, "title", refusal).isEmpty()) {
      throw refusal.apply("ShippingOption title must be non-empty");
    }
    var prices = option.path("prices");
    if (prices.isMissingNode()) {
      throw refusal.apply("Can't find field \"prices\"");
    }
    if (!prices.isArray()) {
      throw refusal.apply("Field \"prices\" must be of type Array");
    }
    var read =
        Prices.read(prices, why -> refusal.apply("Can't parse shipping option prices: " + why));
    assert read.parts() > 0;
  }
}
