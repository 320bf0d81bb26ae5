package dev.startill.acceptance;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who brings updates to a server's webhook: Telegram, or who pretends to be it. */
final class Hook {
  static final String SECRET = "only_telegram_says_this";

  private static final AtomicInteger NUMBERS = new AtomicInteger(900_000_000);

  private final URI url;

  Hook(URI url) {
    this.url = url;
  }

  int brings(String body) {
    return bringsAs(SECRET, body);
  }

  /** Somebody who says another secret, or none. */
  int bringsAs(String secret, String body) {
    return brings(body.getBytes(StandardCharsets.UTF_8), secret);
  }

  int brings(byte[] body, String secret) {
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(BodyPublishers.ofByteArray(body));
    return Json.send(request.build()).status();
  }

  /** A message with this JSON beside its usual fields, and its sender's name and number. */
  static String message(long from, String name, String rest) {
    return """
        {"update_id": %d, "message": {"message_id": 7, "date": 1790000000,
          "from": {"id": %d, "is_bot": false, "first_name": "%s"},
          "chat": {"id": %d, "type": "private", "first_name": "%s"}, %s}}
        """
        .formatted(NUMBERS.incrementAndGet(), from, name, from, name, rest);
  }

  /** A payment that nobody made; the texts and the amount are JSON already. */
  static String payment(long from, String payload, String currency, String amount, String charge) {
    return message(
        from,
        "Mallory",
        """
        "successful_payment": {"currency": %s, "total_amount": %s, "invoice_payload": %s,
          "telegram_payment_charge_id": %s, "provider_payment_charge_id": ""}
        """
            .formatted(currency, amount, payload, charge));
  }
}
