package dev.startill.sandbox.delivery;

import dev.startill.sandbox.world.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Posts one update to a webhook, with Telegram's headers and its sixty seconds of patience. */
final class Poster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REPLY_BYTES = 1 << 20;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Attempt post(Webhook webhook, byte[] update) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(update));
    if (!webhook.secret().isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
    }
    try {
      return judged(http.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException | UncheckedIOException e) {
      return new Attempt.Failed(e.getClass().getSimpleName(), 0);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static Attempt judged(HttpResponse<InputStream> response) throws IOException {
    byte[] body;
    try (var in = response.body()) {
      body = in.readNBytes(REPLY_BYTES);
    }
    if (response.statusCode() / 100 == 2) {
      var type = response.headers().firstValue("Content-Type").orElse("");
      return new Attempt.Taken(type, body);
    }
    var pause = response.headers().firstValue("Retry-After").orElse("");
    return new Attempt.Failed(
        "Wrong response from the webhook: " + response.statusCode(),
        SECONDS.matcher(pause).matches() ? Math.min(3600, Long.parseLong(pause)) : 0);
  }
}
