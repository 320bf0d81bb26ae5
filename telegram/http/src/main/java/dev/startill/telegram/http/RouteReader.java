package dev.startill.telegram.http;

import dev.startill.port.Checkup.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a <a href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>, field by field
 * as it is met. For one thread, once.
 */
final class RouteReader {
  private String url = "";
  private boolean hasCertificate;
  private String address = "";
  private long pending;
  private Optional<Instant> lastError = Optional.empty();
  private String words = "";
  private final List<String> allowed = new ArrayList<>();

  /** What it says, of a parser that stands at its beginning. */
  Route read(JsonParser json) {
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      switch (json.nextToken()) {
        case VALUE_STRING -> text(name, json.getString());
        case VALUE_NUMBER_INT -> number(name, json.getLongValue());
        case VALUE_TRUE -> hasCertificate |= name.equals("has_custom_certificate");
        case START_ARRAY -> list(name, json);
        default -> json.skipChildren();
      }
    }
    return new Route(url, hasCertificate, address, pending, lastError, words, allowed);
  }

  private void text(String name, String value) {
    switch (name) {
      case "url" -> url = value;
      case "ip_address" -> address = value;
      case "last_error_message" -> words = value;
      default -> {}
    }
  }

  private void number(String name, long value) {
    switch (name) {
      case "pending_update_count" -> pending = value;
      case "last_error_date" -> lastError = at(value);
      default -> {}
    }
  }

  private void list(String name, JsonParser json) {
    if (!name.equals("allowed_updates")) {
      json.skipChildren();
      return;
    }
    for (var kind = json.nextToken(); kind != JsonToken.END_ARRAY; kind = json.nextToken()) {
      if (kind == JsonToken.VALUE_STRING) {
        allowed.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
  }

  /** Nothing for what is no time of this era: when it was is for people only. */
  private static Optional<Instant> at(long seconds) {
    return seconds < 0 || seconds > UpdateReader.LATEST
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }
}
