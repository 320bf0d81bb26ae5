package dev.startill.sandbox;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Media behind a price that nobody may ask, and media that are bought twice. */
final class PaidMediaScenes {
  private static final String PHOTO = "{\"type\":\"photo\",\"media\":\"https://x.example/a.png\"}";

  private PaidMediaScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    scenes.put(
        "paid-media-price-invalid",
        new Scene(
            wish -> wish,
            (stage, row) ->
                LongStream.of(0, -1, 1_000_001)
                    .mapToObj(stars -> send(stage, stars, "[" + PHOTO + "]"))
                    .toList()));
    scenes.put(
        "paid-media-price-above-ceiling",
        Scene.of(stage -> send(stage, 25_001, "[" + PHOTO + "]")));
    scenes.put(
        "paid-media-wrong-number",
        new Scene(
            wish -> wish,
            (stage, row) ->
                Stream.of("[]", "[" + (PHOTO + ",").repeat(10) + PHOTO + "]")
                    .map(media -> send(stage, 5, media))
                    .toList()));
    scenes.put(
        "paid-media-missing",
        Scene.of(
            stage ->
                stage.bot.call(
                    "sendPaidMedia", "{\"chat_id\":" + stage.ann + ",\"star_count\":5}")));
    scenes.put(
        "payer-media-already-paid",
        Scene.of(
            stage -> {
              var sent = send(stage, 5, "[" + PHOTO + "]").result();
              buy(stage, sent.path("message_id").asLong());
              return buy(stage, sent.path("message_id").asLong());
            }));
  }

  static Client.Answer send(Stage stage, long stars, String media) {
    return stage.bot.call(
        "sendPaidMedia",
        "{\"chat_id\":%d,\"star_count\":%d,\"media\":%s}".formatted(stage.ann, stars, media));
  }

  static Client.Answer buy(Stage stage, long message) {
    return stage.bot.post(
        "/sandbox/users/" + stage.ann + "/payments",
        "{\"bot\":%d,\"message_id\":%d}".formatted(Client.BOT, message));
  }
}
