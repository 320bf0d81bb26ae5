package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a bot hears of things: getUpdates and the webhook. */
final class UpdateMethods {
  private static final int LONGEST_POLL = 50;

  private final Polling polling;

  UpdateMethods(Polling polling) {
    this.polling = polling;
  }

  void addTo(Map<String, Method> table) {
    table.put("getupdates", this::getUpdates);
  }

  private Reply getUpdates(Call call) {
    var parameters = call.parameters();
    long offset = parameters.number("offset", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int limit = (int) parameters.number("limit", 100, 1, 100);
    var patience = Duration.ofSeconds(parameters.number("timeout", 0, 0, LONGEST_POLL));
    allowedUpdates(call)
        .ifPresent(names -> call.world().run(world -> world.mail().allow(call.bot().id(), names)));
    return Reply.result(polling.read(call.bot().id(), offset, limit, patience));
  }

  /**
   * The names asked for: empty when there are none or they cannot be read, which changes nothing.
   */
  private static Optional<List<String>> allowedUpdates(Call call) {
    return Json.read(call.text("allowed_updates"))
        .filter(JsonNode::isArray)
        .map(names -> names.valueStream().map(name -> name.asString("")).toList());
  }
}
