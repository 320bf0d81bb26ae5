package dev.startill.telegram.http;

import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * How updates come, as Telegram sees it: <a
 * href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>. Immutable.
 *
 * @param url where to; empty where they are asked for
 * @param pending how many wait to be taken
 * @param lastError when bringing one failed last, if it ever did
 * @param lastErrorWords what it met, or empty
 * @param allowed the kinds that are brought; where none are named, all but a few that no payment
 *     needs
 */
public record WebhookInfo(
    String url,
    long pending,
    Optional<Instant> lastError,
    String lastErrorWords,
    List<String> allowed) {
  public WebhookInfo {
    allowed = List.copyOf(allowed);
  }

  /** Whether updates of this kind come. */
  public boolean brings(String kind) {
    return allowed.isEmpty() || allowed.contains(kind);
  }

  static WebhookInfo read(byte[] body) {
    try (var json = Json.parser(body)) {
      json.nextToken();
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        if (json.nextToken() == JsonToken.START_OBJECT && name.equals("result")) {
          return new Reader().read(json);
        }
        json.skipChildren();
      }
    } catch (JacksonException e) {
      // Said below.
    }
    var why = "Telegram told of the webhook in a form that this version does not know.";
    throw new TelegramException(why, new Reply.Unknown(why));
  }

  /** What was met so far. */
  private static final class Reader {
    private String url = "";
    private long pending;
    private Optional<Instant> lastError = Optional.empty();
    private String words = "";
    private final List<String> allowed = new ArrayList<>();

    WebhookInfo read(JsonParser json) {
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        property(name, json.nextToken(), json);
      }
      return new WebhookInfo(url, pending, lastError, words, allowed);
    }

    private void property(String name, JsonToken token, JsonParser json) {
      if (token == JsonToken.VALUE_STRING && name.equals("url")) {
        url = json.getString();
      } else if (token == JsonToken.VALUE_STRING && name.equals("last_error_message")) {
        words = json.getString();
      } else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("pending_update_count")) {
        pending = json.getLongValue();
      } else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("last_error_date")) {
        lastError = Optional.of(Instant.ofEpochSecond(json.getLongValue()));
      } else if (token == JsonToken.START_ARRAY && name.equals("allowed_updates")) {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          allowed.add(json.getString());
        }
      } else {
        json.skipChildren();
      }
    }
  }
}
