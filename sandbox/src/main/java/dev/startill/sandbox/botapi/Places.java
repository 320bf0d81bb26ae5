package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Refusal;
import tools.jackson.databind.JsonNode;

/** Latitudes and longitudes, read as Client.cpp does and checked as Location.cpp of TDLib does. */
final class Places {
  private Places() {}

  static double coordinate(Call call, String name) {
    var text = call.text(name).strip();
    if (text.isEmpty()) {
      throw Refusal.badRequest(name + " is empty");
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Checks a location, or what holds one. */
  static void check(JsonNode json) {
    var place = json.has("location") ? json.path("location") : json;
    double latitude = place.path("latitude").asDouble(0);
    double longitude = place.path("longitude").asDouble(0);
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw Refusal.badRequest("invalid location specified");
    }
  }
}
