package dev.startill.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers to queries, refunds, and what a payer's client reads. */
final class PaymentScenes {
  private static final String SHIPPING =
      "{\"shipping_query_id\":\"1\",\"ok\":true,\"shipping_options\":[{\"id\":\"a\","
          + "\"title\":\"Post\",\"prices\":[{\"label\":\"Post\",\"amount\":1}]}]}";

  private PaymentScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    queries(scenes);
    refunds(scenes);
    payers(scenes);
  }

  private static void queries(Map<String, Scene> scenes) {
    scenes.put("answer-without-words", call("answerPreCheckoutQuery", "{}"));
    scenes.put(
        "shipping-options-missing",
        call("answerShippingQuery", "{\"shipping_query_id\":\"1\",\"ok\":true}"));
    scenes.put(
        "shipping-options-empty",
        call(
            "answerShippingQuery",
            "{\"shipping_query_id\":\"1\",\"ok\":true,\"shipping_options\":[]}"));
    scenes.put(
        "query-too-old",
        new Scene(
            wish -> wish,
            (stage, row) ->
                Stream.concat(
                        Stream.of("1", "abc", "", "9223372036854775808", expired(stage))
                            .map(id -> stage.bot.call("answerPreCheckoutQuery", Stage.yes(id))),
                        Stream.of(SHIPPING, "{\"error_message\":\"No\"}")
                            .map(body -> stage.bot.call("answerShippingQuery", body)))
                    .toList()));
  }

  private static void refunds(Map<String, Scene> scenes) {
    scenes.put(
        "refund-user-missing",
        new Scene(
            wish -> wish,
            (stage, row) ->
                Stream.of("{}", "{\"user_id\":0}", "{\"user_id\":-5}", "{\"user_id\":\"x\"}")
                    .map(body -> stage.bot.call("refundStarPayment", body))
                    .toList()));
    scenes.put(
        "refund-charge-missing",
        Scene.of(stage -> stage.bot.call("refundStarPayment", refund(stage.ann, ""))));
    scenes.put(
        "refund-charge-unknown",
        new Scene(
            wish -> wish,
            (stage, row) -> {
              var charge = stage.sale("ord_1", 50).path("charge_id").asString();
              long bob = stage.bot.user("Bob", 0);
              return List.of(
                  stage.bot.call("refundStarPayment", refund(stage.ann, "stxNone")),
                  stage.bot.call("refundStarPayment", refund(bob, charge)));
            }));
    scenes.put(
        "refund-twice",
        Scene.of(
            stage -> {
              var charge = stage.sale("ord_1", 50).path("charge_id").asString();
              stage.bot.ok("refundStarPayment", refund(stage.ann, charge));
              return stage.bot.call("refundStarPayment", refund(stage.ann, charge));
            }));
    scenes.put(
        "refund-above-balance",
        Scene.of(
            stage -> {
              turn(stage, "{\"refunds_may_overdraw\":false}");
              var charge = stage.sale("ord_1", 50).path("charge_id").asString();
              var gift = "\"gift_id\":\"5170145012310081615\"}";
              stage.bot.ok("sendGift", "{\"user_id\":" + stage.ann + "," + gift);
              return stage.bot.call("refundStarPayment", refund(stage.ann, charge));
            }));
    scenes.put(
        "refund-user-unknown",
        Scene.of(
            stage -> {
              turn(stage, "{\"unknown_user_is_named\":true}");
              return stage.bot.call("refundStarPayment", refund(4711, "stxNone"));
            }));
  }

  private static void payers(Map<String, Scene> scenes) {
    scenes.put(
        "payer-timeout",
        Scene.of(
            stage -> {
              var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
              stage.bot.next("pre_checkout_query");
              stage.sandbox.clock().advance(Duration.ofSeconds(10));
              return payment.join();
            }));
    scenes.put(
        "payer-refused",
        Scene.of(
            stage -> {
              var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
              var id = stage.bot.next("pre_checkout_query").path("id").asString();
              stage.bot.ok("answerPreCheckoutQuery", Stage.no(id, "Sold out"));
              return payment.join();
            }));
    scenes.put(
        "payer-too-poor",
        Scene.of(stage -> stage.bot.pays(stage.ann, stage.bot.link("ord_1", 1001)).join()));
  }

  static Scene call(String method, String body) {
    return Scene.of(stage -> stage.bot.call(method, body));
  }

  static void turn(Stage stage, String knobs) {
    if (stage.bot.post("/sandbox/knobs", knobs).status() != 200) {
      throw new AssertionError("no such knob: " + knobs);
    }
  }

  static String refund(long user, String charge) {
    return "{\"user_id\":%d,\"telegram_payment_charge_id\":\"%s\"}".formatted(user, charge);
  }

  private static String expired(Stage stage) {
    var payment = stage.bot.pays(stage.ann, stage.bot.link("ord_1", 50));
    var id = stage.bot.next("pre_checkout_query").path("id").asString();
    stage.sandbox.clock().advance(Duration.ofSeconds(10));
    payment.join();
    return id;
  }
}
