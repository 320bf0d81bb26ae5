package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * answerShippingQuery. Goods for Stars are never shipped, so Telegram asks no bot of this sandbox;
 * an answer that can be read (Client.cpp, get_shipping_options) is one to no question.
 */
final class ShippingMethods {
  private static final String OPTION = "Can't parse shipping option: ";

  private ShippingMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("answershippingquery", ShippingMethods::answer);
  }

  private static Reply answer(Call call) {
    if (call.parameters().flag("ok")) {
      read(call.parameters().required("shipping_options"));
    } else {
      call.parameters().required("error_message");
    }
    throw Refusal.staleQuery();
  }

  private static void read(String text) {
    var options =
        Json.read(text)
            .orElseThrow(() -> Refusal.badRequest("can't parse shipping options JSON object"));
    if (!options.isArray()) {
      throw Refusal.badRequest("expected an Array of shipping options");
    }
    options.forEach(ShippingMethods::check);
    if (options.isEmpty()) {
      throw Refusal.badRequest("there must be at least one shipping option");
    }
  }

  private static void check(JsonNode option) {
    if (!option.isObject()) {
      throw Refusal.badRequest(OPTION + "ShippingOption must be an Object");
    }
    if (LabeledPrices.required(option, "id", OPTION).isEmpty()) {
      throw Refusal.badRequest(OPTION + "ShippingOption identifier must be non-empty");
    }
    if (LabeledPrices.required(option, "title", OPTION).isEmpty()) {
      throw Refusal.badRequest(OPTION + "ShippingOption title must be non-empty");
    }
    var prices = option.path("prices");
    if (prices.isMissingNode()) {
      throw Refusal.badRequest(OPTION + "Can't find field \"prices\"");
    }
    if (!prices.isArray()) {
      throw Refusal.badRequest(OPTION + "Field \"prices\" must be of type Array");
    }
    if (LabeledPrices.amounts(prices, OPTION + "Can't parse shipping option prices: ").isEmpty()) {
      throw new IllegalStateException("a list of prices is never empty");
    }
  }
}
