package dev.startill.sandbox;

import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Invoices that Telegram refuses. */
final class InvoiceScenes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HALF = "\ud800";
  private static final String MONTH = "subscription_period";
  private static final String TERMS = "{\"text\":\"Terms\",\"url\":\"https://shop.example\"}";
  private static final String PAY = "{\"text\":\"Buy\",\"pay\":true}";

  private InvoiceScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    for (var name : new String[] {"title", "description", "payload", "currency", "prices"}) {
      scenes.put(name + "-missing", invoice(it -> it.put(name, "")));
    }
    texts(scenes);
    prices(scenes);
    tips(scenes);
    rules(scenes);
    places(scenes);
  }

  private static void texts(Map<String, Scene> scenes) {
    scenes.put("payload-not-utf8", invoice(it -> it.put("payload", HALF)));
    scenes.put("title-not-utf8", invoice(it -> it.put("title", HALF)));
    scenes.put("description-not-utf8", invoice(it -> it.put("description", HALF)));
    scenes.put("photo-url-not-utf8", invoice(it -> it.put("photo_url", HALF)));
    scenes.put("start-parameter-not-utf8", invoice(it -> it.put("start_parameter", HALF)));
    scenes.put("provider-token-not-utf8", invoice(it -> it.put("provider_token", HALF)));
    scenes.put("provider-data-not-utf8", invoice(it -> it.put("provider_data", HALF)));
    scenes.put("currency-not-utf8", invoice(it -> it.put("currency", HALF)));
  }

  private static void prices(Map<String, Scene> scenes) {
    scenes.put("prices-not-json", invoice(it -> it.put("prices", "[")));
    scenes.put("prices-not-array", prices("{}"));
    scenes.put("prices-empty", prices("[]"));
    scenes.put("price-not-object", prices("[50]"));
    scenes.put("label-missing", prices("[{\"amount\":50}]"));
    scenes.put("label-wrong-type", prices("[{\"label\":true,\"amount\":50}]"));
    scenes.put("label-empty", prices("[{\"label\":\"\",\"amount\":50}]"));
    scenes.put("amount-missing", prices("[{\"label\":\"a\"}]"));
    scenes.put("amount-wrong-type", amount("true"));
    scenes.put("amount-not-integer", amount("1.5"));
    scenes.put("price-too-big", amount("1000000000000"));
    scenes.put("total-not-positive", amount("-1"));
    scenes.put(
        "total-too-big",
        prices("[{\"label\":\"a\",\"amount\":999999999999},{\"label\":\"b\",\"amount\":1}]"));
    scenes.put(
        "two-prices-in-stars",
        prices("[{\"label\":\"a\",\"amount\":1},{\"label\":\"b\",\"amount\":1}]"));
    scenes.put("stars-above-ceiling", amount("100001"));
  }

  private static void tips(Map<String, Scene> scenes) {
    scenes.put("max-tip-not-integer", invoice(it -> it.put("max_tip_amount", "abc")));
    scenes.put("max-tip-out-of-range", invoice(it -> it.put("max_tip_amount", -1)));
    scenes.put("tips-with-stars", invoice(it -> it.put("max_tip_amount", 5)));
    scenes.put("tips-not-json", invoice(it -> it.put("suggested_tip_amounts", "[")));
    scenes.put("tips-not-array", invoice(it -> it.putNull("suggested_tip_amounts")));
    scenes.put("tip-wrong-type", suggested("[true]"));
    scenes.put("tip-not-integer", suggested("[1.5]"));
    scenes.put("tip-not-positive", suggested("[0]"));
    scenes.put("tip-above-maximum", suggested("[5,10,20]"));
    scenes.put(
        "too-many-tips",
        invoice(it -> it.put("max_tip_amount", 9).put("suggested_tip_amounts", "[1,2,3,4,5]")));
  }

  private static void rules(Map<String, Scene> scenes) {
    scenes.put("payload-too-long", invoice(it -> it.put("payload", "é".repeat(64) + "x")));
    scenes.put("provider-token-bad", invoice(it -> it.put("currency", "USD")));
    scenes.put("no-pay-button", invoice(it -> it.set("reply_markup", keyboard(TERMS))));
    scenes.put(
        "pay-button-not-first", invoice(it -> it.set("reply_markup", keyboard(TERMS + "," + PAY))));
    scenes.put("subscription-as-message", invoice(it -> it.put(MONTH, 2_592_000)));
    scenes.put("subscription-other-period", invoice(it -> it.put(MONTH, 86_400)));
    scenes.put(
        "subscription-above-ceiling",
        invoice(it -> it.put(MONTH, 2_592_000).set("prices", list("10001"))));
  }

  private static void places(Map<String, Scene> scenes) {
    scenes.put("chat-id-missing", invoice(it -> it.put("chat_id", "")));
    scenes.put("chat-unknown", invoice(it -> it.put("chat_id", 4711)));
    scenes.put(
        "bot-blocked",
        Scene.each(
            (stage, method) -> {
              var bot = "{\"bot\":" + Client.BOT + "}";
              stage.bot.post("/sandbox/users/" + stage.ann + "/block", bot);
              return stage.invoice(method, Stage.invoice());
            }));
    scenes.put(
        "user-deleted",
        Scene.each(
            (stage, method) -> {
              var gone = stage.bot.post("/sandbox/users/" + stage.ann + "/delete", "{}");
              if (gone.status() != 200) {
                throw new AssertionError(gone.json());
              }
              return stage.invoice(method, Stage.invoice());
            }));
    scenes.put(
        "business-connection-unknown", invoice(it -> it.put("business_connection_id", "none")));
  }

  private static Scene invoice(Consumer<ObjectNode> change) {
    return Scene.each(
        (stage, method) -> {
          var invoice = Stage.invoice();
          change.accept(invoice);
          return stage.invoice(method, invoice);
        });
  }

  private static Scene prices(String prices) {
    return invoice(it -> it.set("prices", JSON.readTree(prices)));
  }

  private static Scene amount(String amount) {
    return invoice(it -> it.set("prices", list(amount)));
  }

  private static Scene suggested(String amounts) {
    return invoice(it -> it.put("suggested_tip_amounts", amounts));
  }

  private static ObjectNode keyboard(String buttons) {
    return (ObjectNode) JSON.readTree("{\"inline_keyboard\":[[" + buttons + "]]}");
  }

  private static JsonNode list(String amount) {
    return JSON.readTree("[{\"label\":\"a\",\"amount\":" + amount + "}]");
  }
}
