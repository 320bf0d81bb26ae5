package dev.startill.sandbox;

import java.util.List;
import java.util.Map;

/** Gifts that cannot be given. */
final class GiftScenes {
  /** The one of the sandbox's catalogue that is limited, to three, and costs 200 Stars. */
  private static final String LIMITED = "5998981470310368313";

  private GiftScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    scenes.put(
        "gift-unknown",
        new Scene(
            wish -> wish,
            (stage, row) -> {
              stage.sale("ord_1", 900);
              for (int i = 0; i < 3; i++) {
                stage.bot.ok("sendGift", gift(stage.ann, LIMITED));
              }
              return List.of(
                  stage.bot.call("sendGift", gift(stage.ann, "17")),
                  stage.bot.call("sendGift", gift(stage.ann, LIMITED)));
            }));
    scenes.put(
        "gift-above-balance",
        Scene.each((stage, method) -> stage.bot.call(method, given(method, stage.ann, 1000))));
    scenes.put(
        "premium-price-wrong",
        Scene.each((stage, method) -> stage.bot.call(method, given(method, stage.ann, 999))));
    scenes.put(
        "gift-user-unknown",
        Scene.each((stage, method) -> stage.bot.call(method, given(method, 4711, 1000))));
  }

  private static String given(String method, long user, long stars) {
    return switch (method) {
      case "sendGift" -> gift(user, LIMITED);
      default -> "{\"user_id\":%d,\"month_count\":3,\"star_count\":%d}".formatted(user, stars);
    };
  }

  private static String gift(long user, String gift) {
    return "{\"user_id\":%d,\"gift_id\":\"%s\"}".formatted(user, gift);
  }
}
