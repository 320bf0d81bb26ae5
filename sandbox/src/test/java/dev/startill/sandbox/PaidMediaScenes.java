package dev.startill.sandbox;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paid media that cannot be sent, or bought again. */
final class PaidMediaScenes {
  private static final String PHOTO = "{\"type\":\"photo\",\"media\":\"https://x.example/a.png\"}";

  private PaidMediaScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    scenes.put("paid-media-price-invalid", sent(body(0, 1), body(1_000_001, 1)));
    scenes.put("paid-media-price-above-ceiling", sent(body(25_001, 1)));
    scenes.put("paid-media-wrong-number", sent(body(1, 0), body(1, 11)));
    scenes.put("paid-media-missing", sent("\"star_count\":1"));
    scenes.put("payer-media-already-paid", Scene.of(PaidMediaScenes::boughtTwice));
  }

  private static Scene sent(String... bodies) {
    return new Scene(
        wish -> wish, (stage, row) -> Stream.of(bodies).map(body -> send(stage, body)).toList());
  }

  private static Client.Answer boughtTwice(Stage stage) {
    var message = send(stage, body(5, 1)).result().path("message_id");
    var body = "{\"bot\":" + Client.BOT + ",\"message_id\":" + message + "}";
    var ends =
        List.of(
            stage.bot.post("/sandbox/users/" + stage.ann + "/payments", body),
            stage.bot.post("/sandbox/users/" + stage.ann + "/payments", body));
    return ends.getLast();
  }

  private static Client.Answer send(Stage stage, String body) {
    return stage.bot.call("sendPaidMedia", "{\"chat_id\":" + stage.ann + "," + body + "}");
  }

  private static String body(long stars, int items) {
    var media = Collections.nCopies(items, PHOTO).stream().collect(Collectors.joining(","));
    return "\"star_count\":" + stars + ",\"media\":[" + media + "]";
  }
}
