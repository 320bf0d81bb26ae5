package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Labeled prices as the Bot API server reads them (Client.cpp, get_labeled_price_parts): how many,
 * their sum, and whether one is too big to be summed.
 */
record Prices(int parts, long total, boolean oversized) {
  static final long MOST_OF_A_CURRENCY = 999_999_999_999L;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  /** Reads an array; what is wrong with it is refused as the asker words it. */
  static Prices read(JsonNode prices, Function<String, Refusal> refusal) {
    if (!prices.isArray()) {
      throw refusal.apply("Expected an Array of labeled prices");
    }
    if (prices.isEmpty()) {
      throw refusal.apply("There must be at least one price");
    }
    long total = 0;
    boolean oversized = false;
    for (var price : prices) {
      long part = amount(price, why -> refusal.apply("Can't parse labeled price: " + why));
      oversized |= Math.abs(part) > MOST_OF_A_CURRENCY;
      total += oversized ? 0 : part;
    }
    return new Prices(prices.size(), total, oversized);
  }

  private static long amount(JsonNode price, Function<String, Refusal> refusal) {
    if (!price.isObject()) {
      throw refusal.apply("LabeledPrice must be an Object");
    }
    if (Fields.text(price, "label", refusal).isEmpty()) {
      throw refusal.apply("LabeledPrice label must be non-empty");
    }
    var amount = price.path("amount");
    if (amount.isMissingNode()) {
      throw refusal.apply("Can't find field \"amount\"");
    }
    if (!amount.isNumber() && !amount.isString()) {
      throw refusal.apply("Field \"amount\" must be a Number");
    }
    if (!INTEGER.matcher(amount.asString()).matches()) {
      throw refusal.apply("Field \"amount\" must be a valid Number");
    }
    return Long.parseLong(amount.asString());
  }
}
