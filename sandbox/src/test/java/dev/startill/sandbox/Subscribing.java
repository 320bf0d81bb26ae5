package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Subscriptions, as scenes and tests begin them, and the errors around them. */
final class Subscribing {
  private Subscribing() {}

  /** A link of thirty days over so many Stars. */
  static String link(Stage stage, String payload, long stars) {
    var invoice = Client.invoice(payload, stars);
    var body = "{\"subscription_period\":2592000," + invoice.strip().substring(1);
    return stage.bot.ok("createInvoiceLink", body).asString();
  }

  /** Ann subscribes, the bot agrees; what its successful_payment said. */
  static JsonNode paid(Stage stage, String link) {
    var payment = stage.bot.pays(stage.ann, link);
    stage.agree(stage.bot.next("pre_checkout_query").path("id").asString());
    assertThat(payment.join().json().path("status").asString()).isEqualTo("paid");
    return stage.bot.next("message").path("successful_payment");
  }

  static String edit(long user, String charge, boolean canceled) {
    return "{\"user_id\":%d,\"telegram_payment_charge_id\":\"%s\",\"is_canceled\":%b}"
        .formatted(user, charge, canceled);
  }

  static void addTo(Map<String, Scene> scenes) {
    var method = "editUserStarSubscription";
    scenes.put("edit-subscription-user-missing", PaymentScenes.call(method, "{}"));
    scenes.put(
        "edit-subscription-charge-unknown",
        Scene.of(stage -> stage.bot.call(method, edit(stage.ann, "stxNone", true))));
    scenes.put(
        "edit-subscription-user-unknown", PaymentScenes.call(method, edit(4711, "stxNone", true)));
  }
}
