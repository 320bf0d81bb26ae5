package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Content.Card.Kind;
import dev.startill.sandbox.world.Refusal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Messages that are neither words nor a file: a place, a person, a throw of dice. */
final class CardMethods {
  /** Emoji and how many values each has (core.telegram.org/bots/api#senddice). */
  private static final Map<String, Integer> DICE =
      Map.of("🎲", 6, "🎯", 6, "🎳", 6, "🏀", 5, "⚽", 5, "🎰", 64);

  private static final List<String> VENUE_IDS =
      List.of("foursquare_id", "foursquare_type", "google_place_id", "google_place_type");

  private CardMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendlocation", call -> send(call, Kind.LOCATION, location(call)));
    table.put("sendvenue", CardMethods::venue);
    table.put("sendcontact", CardMethods::contact);
    table.put("senddice", CardMethods::dice);
  }

  private static Reply venue(Call call) {
    var json = Json.object();
    json.set("location", location(call));
    json.put("title", call.wholeText("title")).put("address", call.wholeText("address"));
    VENUE_IDS.forEach(name -> put(json, call, name));
    return send(call, Kind.VENUE, json);
  }

  private static Reply contact(Call call) {
    call.parameters().required("phone_number");
    call.parameters().required("first_name");
    var json =
        Json.object()
            .put("phone_number", call.wholeText("phone_number"))
            .put("first_name", call.wholeText("first_name"));
    put(json, call, "last_name");
    put(json, call, "vcard");
    return send(call, Kind.CONTACT, json);
  }

  private static Reply dice(Call call) {
    var asked = call.wholeText("emoji").replace("\uFE0F", "");
    var emoji = asked.isEmpty() ? "🎲" : asked;
    return call.send(
        world -> {
          var values = DICE.get(emoji);
          if (values == null) {
            throw Refusal.badRequest("DICE_EMOJI_INVALID");
          }
          var json = Json.object().put("emoji", emoji).put("value", world.throwDie(values));
          return new Content.Card(Kind.DICE, Json.text(json));
        },
        Keyboard.ofMessage(call));
  }

  private static Reply send(Call call, Kind kind, ObjectNode json) {
    return call.send(
        world -> {
          Places.check(json);
          return new Content.Card(kind, Json.text(json));
        },
        Keyboard.ofMessage(call));
  }

  /** Live locations are not emulated; a period makes none. */
  private static ObjectNode location(Call call) {
    if (call.parameters().number("live_period", 0, 0, Integer.MAX_VALUE) != 0) {
      throw Refusal.of(501, "Not Implemented: the sandbox has no live locations");
    }
    return Json.object()
        .put("latitude", Places.coordinate(call, "latitude"))
        .put("longitude", Places.coordinate(call, "longitude"));
  }

  private static void put(ObjectNode json, Call call, String name) {
    var text = call.wholeText(name);
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }
}
