package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** getUpdates, and the list of updates that a bot wants. */
final class UpdateMethods {
  private static final int LONGEST_POLL = 50;

  private final Polling polling;
  private final WebhookMethods webhooks;

  UpdateMethods(Polling polling, WebhookMethods webhooks) {
    this.polling = polling;
    this.webhooks = webhooks;
  }

  void addTo(Map<String, Method> table) {
    table.put("getupdates", this::getUpdates);
  }

  private Reply getUpdates(Call call) {
    var parameters = call.parameters();
    long offset = parameters.number("offset", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int limit = (int) parameters.number("limit", 100, 1, 100);
    var patience = Duration.ofSeconds(parameters.number("timeout", 0, 0, LONGEST_POLL));
    webhooks.requireNonePending(call.bot().id());
    if (!call.text("allowed_updates").isEmpty()) {
      call.world()
          .run(
              world -> {
                world.mail().requirePolling(call.bot().id());
                allow(call);
              });
    }
    return Reply.updates(polling.read(call.bot().id(), new Polling.Wish(offset, limit, patience)));
  }

  /** A list that cannot be read, or none, leaves the old one in force (Client.cpp). */
  static void allow(Call call) {
    allowedUpdates(call)
        .ifPresent(names -> call.world().run(world -> world.mail().allow(call.bot().id(), names)));
  }

  private static Optional<List<String>> allowedUpdates(Call call) {
    return Json.read(call.text("allowed_updates"))
        .filter(JsonNode::isArray)
        .filter(names -> names.valueStream().allMatch(JsonNode::isString))
        .map(names -> names.valueStream().map(JsonNode::stringValue).toList());
  }
}
