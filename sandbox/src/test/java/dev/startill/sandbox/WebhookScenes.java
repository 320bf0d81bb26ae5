package dev.startill.sandbox;

import java.util.Map;

/** Webhooks that are refused, and consumers of updates that are sent away. */
final class WebhookScenes {
  private static final String LOCAL = "{\"url\":\"http://127.0.0.1:9/hook\"}";

  private WebhookScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    scenes.put(
        "poll-with-webhook",
        Scene.in(
            wish -> wish.local(true),
            stage -> {
              stage.bot.ok("setWebhook", LOCAL);
              return stage.bot.call("getUpdates", "{}");
            }));
    scenes.put(
        "poll-by-another",
        Scene.of(
            stage -> {
              var older = stage.poll();
              stage.bot.ok("getUpdates", "{}");
              return older.join();
            }));
    scenes.put(
        "poll-ended-by-webhook",
        Scene.in(
            wish -> wish.local(true),
            stage -> {
              var poll = stage.poll();
              stage.bot.ok("setWebhook", LOCAL);
              return poll.join();
            }));
    scenes.put("webhook-url-invalid", url("ht tp://x"));
    scenes.put("webhook-not-https", url("http://shop.example/hook"));
    scenes.put("webhook-port", url("https://shop.example:8081/hook"));
    scenes.put("webhook-address-reserved", url("https://10.0.0.1:8443/hook"));
    scenes.put("webhook-ipv6-only", url("https://[2606:4700:4700::1111]/hook"));
    scenes.put("webhook-secret-too-long", secret("x".repeat(257)));
    scenes.put("webhook-secret-characters", secret("a b"));
    scenes.put("webhook-certificate-too-big", Scene.of(WebhookScenes::bigCertificate));
    scenes.put(
        "set-webhook-too-often",
        Scene.in(
            wish -> wish.local(true),
            stage -> {
              stage.bot.ok("setWebhook", LOCAL);
              return stage.bot.call("setWebhook", LOCAL);
            }));
  }

  private static Scene url(String url) {
    return PaymentScenes.call("setWebhook", "{\"url\":\"" + url + "\"}");
  }

  private static Scene secret(String secret) {
    return PaymentScenes.call(
        "setWebhook", "{\"url\":\"https://shop.example\",\"secret_token\":\"" + secret + "\"}");
  }

  private static Client.Answer bigCertificate(Stage stage) {
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://shop.example/hook"
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"certificate\"; filename=\"a.pem\""
            + "\r\nContent-Type: application/x-pem-file\r\n\r\n"
            + "x".repeat(3 * 1024 * 1024 + 1)
            + "\r\n--x--\r\n";
    var path = "/bot" + Client.TOKEN + "/setWebhook";
    return stage.bot.send(stage.bot.post(path, "multipart/form-data; boundary=x", body));
  }
}
