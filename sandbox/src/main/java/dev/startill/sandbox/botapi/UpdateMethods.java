package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.delivery.Webhooks;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a bot hears of things: getUpdates and the webhook. */
final class UpdateMethods {
  private static final int LONGEST_POLL = 50;

  private final Polling polling;
  private final Webhooks webhooks;
  private final boolean local;

  UpdateMethods(Polling polling, Webhooks webhooks, boolean local) {
    this.polling = polling;
    this.webhooks = webhooks;
    this.local = local;
  }

  void addTo(Map<String, Method> table) {
    table.put("getupdates", this::getUpdates);
    table.put("setwebhook", this::setWebhook);
    table.put("deletewebhook", call -> put(call, Webhook.NONE));
    table.put("getwebhookinfo", this::getWebhookInfo);
  }

  private Reply getUpdates(Call call) {
    var parameters = call.parameters();
    long offset = parameters.number("offset", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int limit = (int) parameters.number("limit", 100, 1, 100);
    var patience = Duration.ofSeconds(parameters.number("timeout", 0, 0, LONGEST_POLL));
    allow(call);
    return Reply.result(polling.read(call.bot().id(), offset, limit, patience));
  }

  private Reply setWebhook(Call call) {
    var webhook = WebhookParser.parse(call, local);
    if (webhook.isSet()) {
      allow(call);
    }
    return put(call, webhook);
  }

  private static Reply put(Call call, Webhook webhook) {
    long bot = call.bot().id();
    boolean same =
        call.world()
            .with(
                world -> {
                  if (call.parameters().flag("drop_pending_updates")) {
                    world.mail().clear(bot);
                  }
                  var before = world.mail().webhook(bot);
                  if (before.equals(webhook)) {
                    return true;
                  }
                  world.mail().setWebhook(bot, webhook);
                  return false;
                });
    if (webhook.isSet()) {
      return Reply.done(same ? "Webhook is already set" : "Webhook was set");
    }
    return Reply.done(same ? "Webhook is already deleted" : "Webhook was deleted");
  }

  private Reply getWebhookInfo(Call call) {
    long bot = call.bot().id();
    var info =
        call.world()
            .with(
                world -> {
                  var webhook = world.mail().webhook(bot);
                  var json = Json.object().put("url", webhook.url());
                  json.put("has_custom_certificate", false);
                  json.put("pending_update_count", world.mail().waiting(bot));
                  if (webhook.isSet()) {
                    describe(json, bot, webhook);
                  }
                  var allowed = world.mail().allowed(bot);
                  if (!allowed.isEmpty()) {
                    var names = json.putArray("allowed_updates");
                    allowed.forEach(names::add);
                  }
                  return json;
                });
    return Reply.result(info);
  }

  private void describe(ObjectNode json, long bot, Webhook webhook) {
    if (!webhook.ipAddress().isEmpty()) {
      json.put("ip_address", webhook.ipAddress());
    }
    webhooks
        .lastError(bot)
        .ifPresent(
            error ->
                json.put("last_error_date", error.date())
                    .put("last_error_message", error.message()));
    json.put("max_connections", webhook.maxConnections());
  }

  /** A list that cannot be read, or none, leaves the old one in force. */
  private static void allow(Call call) {
    allowedUpdates(call)
        .ifPresent(names -> call.world().run(world -> world.mail().allow(call.bot().id(), names)));
  }

  private static Optional<List<String>> allowedUpdates(Call call) {
    return Json.read(call.text("allowed_updates"))
        .filter(JsonNode::isArray)
        .map(names -> names.valueStream().map(name -> name.asString("")).toList());
  }
}
