package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads lists of prices, as Client.cpp does in get_labeled_price_parts. */
final class LabeledPrices {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  private LabeledPrices() {}

  /**
   * The amounts of an array of LabeledPrice; what is wrong is told behind {@code where}.
   *
   * @throws Refusal 400
   */
  static List<Long> amounts(JsonNode prices, String where) {
    if (!prices.isArray()) {
      throw Refusal.badRequest(where + "Expected an Array of labeled prices");
    }
    if (prices.isEmpty()) {
      throw Refusal.badRequest(where + "There must be at least one price");
    }
    return prices
        .valueStream()
        .map(price -> amount(price, where + "Can't parse labeled price: "))
        .toList();
  }

  private static Long amount(JsonNode price, String where) {
    if (!price.isObject()) {
      throw Refusal.badRequest(where + "LabeledPrice must be an Object");
    }
    if (required(price, "label", where).isEmpty()) {
      throw Refusal.badRequest(where + "LabeledPrice label must be non-empty");
    }
    var amount = price.path("amount");
    if (amount.isMissingNode()) {
      throw Refusal.badRequest(where + "Can't find field \"amount\"");
    }
    if (!amount.isNumber() && !amount.isString()) {
      throw Refusal.badRequest(where + "Field \"amount\" must be a Number");
    }
    if (!INTEGER.matcher(amount.asString()).matches()) {
      throw Refusal.badRequest(where + "Field \"amount\" must be a valid Number");
    }
    return Long.valueOf(amount.asString());
  }

  /**
   * A text field that must be there, be it empty (tdutils, JsonBuilder.cpp).
   *
   * @throws Refusal 400
   */
  static String required(JsonNode object, String field, String where) {
    var text = object.path(field);
    if (text.isMissingNode()) {
      throw Refusal.badRequest(where + "Can't find field \"" + field + "\"");
    }
    if (!text.isString()) {
      throw Refusal.badRequest(where + "Field \"" + field + "\" must be of type String");
    }
    return text.stringValue();
  }
}
