package dev.startill.sandbox.testing;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A Bot API call as the sandbox saw it, with its parameters and its whole answer, both to be read
 * and not changed. Status 0: a fault let it go without an answer.
 */
public record Call(
    long seq,
    Instant at,
    long bot,
    String method,
    JsonNode request,
    int status,
    JsonNode response) {
  static Call of(JsonNode json) {
    return new Call(
        json.path("seq").asLong(),
        Instant.parse(json.path("at").asString()),
        json.path("bot").asLong(),
        json.path("method").asString(),
        json.path("request"),
        json.path("status").asInt(),
        json.path("response"));
  }

  /** Whether the bot was told that it worked. */
  public boolean ok() {
    return status == 200;
  }

  /** A parameter as text; empty when it was not sent. */
  public String parameter(String name) {
    var value = request.path(name);
    return value.isContainer() ? value.toString() : value.asString("");
  }

  /** What went wrong, in Telegram's words; empty when nothing did. */
  public String error() {
    return response.path("description").asString("");
  }
}
