package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET} and {@code POST /sandbox/knobs}: the rules that nobody has verified, to be turned by
 * a test in any language. A POST turns all it names or, with one bad value, none; {@code null} puts
 * a knob back to its default.
 */
final class Rules {
  private final LiveWorld live;

  Rules(LiveWorld live) {
    this.live = live;
  }

  Answer answer(Request request) {
    if (request.verb().equals("POST")) {
      live.run(world -> world.turn(turned(world.knobs(), request.body())));
    }
    return Answer.json(200, shown(live.with(world -> world.knobs())));
  }

  private static Knobs turned(Knobs knobs, JsonNode wishes) {
    var all = knobs;
    for (Map.Entry<String, JsonNode> wish : wishes.properties()) {
      var knob = Knob.named(wish.getKey());
      var value = wish.getValue();
      all = all.with(knob, value.isNull() ? knob.byDefault() : knob.read(value.asString("")));
    }
    return all;
  }

  private static ObjectNode shown(Knobs knobs) {
    var all = Json.object();
    for (var knob : Knob.values()) {
      var json = all.putObject(knob.word());
      put(json, "value", knobs.get(knob));
      put(json, "default", knob.byDefault());
      json.put("takes", knob.takes());
      json.put("sure", knob.grounds().sure()).put("grounds", knob.grounds().words());
      json.put("meaning", knob.meaning()).put("source", knob.source());
    }
    return all;
  }

  private static void put(ObjectNode json, String field, Object value) {
    switch (value) {
      case Boolean flag -> json.put(field, flag);
      case Long number -> json.put(field, number);
      default -> json.put(field, Knob.written(value));
    }
  }
}
