package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.HostNames;
import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.delivery.Webhooks;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Webhook;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import tools.jackson.databind.node.ObjectNode;

/**
 * setWebhook, deleteWebhook and getWebhookInfo, step by step as in Client.cpp: the old webhook is
 * gone before the new one is looked at, so one that is refused leaves none.
 */
final class WebhookMethods {
  private static final Executor LOOKING = task -> Thread.ofVirtual().start(task);

  private final Polling polling;
  private final Webhooks webhooks;
  private final WebhookParser parser;
  private final Map<Long, CompletableFuture<Webhook>> pending = new ConcurrentHashMap<>();

  WebhookMethods(Polling polling, Webhooks webhooks, HostNames names, boolean local) {
    this.polling = polling;
    this.webhooks = webhooks;
    this.parser = new WebhookParser(names, local);
  }

  void addTo(Map<String, Method> table) {
    table.put("setwebhook", call -> set(call, parser.read(call)));
    table.put("deletewebhook", call -> set(call, Webhook.NONE));
    table.put("getwebhookinfo", this::getWebhookInfo);
  }

  /**
   * That no webhook is being set right now.
   *
   * @throws Refusal 409 if one is
   */
  void requireNonePending(long bot) {
    if (pending.containsKey(bot)) {
      throw Refusal.conflict(
          "can't use getUpdates method while webhook is active;"
              + " use deleteWebhook to delete the webhook first");
    }
  }

  private Reply set(Call call, Webhook wanted) {
    long bot = call.bot().id();
    boolean drop = call.parameters().flag("drop_pending_updates");
    boolean was =
        call.world()
            .with(
                world -> {
                  if (wanted.isSet()) {
                    webhooks.throttle(bot, world.now());
                  }
                  return world.mail().webhook(bot).isSet();
                });
    var other = pending.remove(bot);
    if (other != null) {
      other.completeExceptionally(Refusal.conflict("terminated by other setWebhook"));
    } else if (!drop && isSame(call, wanted)) {
      UpdateMethods.allow(call);
      return Reply.done(wanted.isSet() ? "Webhook is already set" : "Webhook is already deleted");
    }
    if (wanted.isSet()) {
      polling.endFor(bot);
    }
    remove(call, drop);
    if (!wanted.isSet()) {
      return Reply.done(was ? "Webhook was deleted" : "Webhook is already deleted");
    }
    parser.check(call, wanted);
    UpdateMethods.allow(call);
    return put(call, wanted);
  }

  private boolean isSame(Call call, Webhook wanted) {
    return call.world().with(world -> world.mail().webhook(call.bot().id()).isSameAs(wanted));
  }

  private static void remove(Call call, boolean drop) {
    long bot = call.bot().id();
    call.world()
        .run(
            world -> {
              if (world.mail().webhook(bot).isSet()) {
                world.mail().setWebhook(bot, Webhook.NONE);
              }
              if (drop) {
                world.mail().clear(bot);
              }
            });
  }

  /** Until its host is found, another setWebhook can take its place. */
  private Reply put(Call call, Webhook wanted) {
    long bot = call.bot().id();
    var looking = new CompletableFuture<Webhook>();
    pending.put(bot, looking);
    LOOKING.execute(
        () -> {
          try {
            looking.complete(parser.find(wanted));
          } catch (RuntimeException e) {
            looking.completeExceptionally(e);
          }
        });
    try {
      var found = looking.join();
      call.world()
          .run(
              world -> {
                if (!pending.remove(bot, looking)) {
                  throw Refusal.conflict("terminated by other setWebhook");
                }
                world.mail().setWebhook(bot, found);
              });
      return Reply.done("Webhook was set");
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : e;
    } finally {
      pending.remove(bot, looking);
    }
  }

  private Reply getWebhookInfo(Call call) {
    long bot = call.bot().id();
    var info =
        call.world()
            .with(
                world -> {
                  var webhook = world.mail().webhook(bot);
                  var json = Json.object().put("url", webhook.url());
                  json.put("has_custom_certificate", !webhook.certificate().isEmpty());
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
    webhooks
        .lastError(bot)
        .ifPresent(
            error ->
                json.put("last_error_date", error.date())
                    .put("last_error_message", error.message()));
    json.put("max_connections", webhook.maxConnections());
    json.put("ip_address", webhook.ipAddress().isEmpty() ? "<unknown>" : webhook.ipAddress());
  }
}
