package dev.startill.sandbox.testing;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A subscription as its buyer sees it at one moment: {@code state} is {@code active}, {@code
 * canceled} and the like, {@code until} the end of what is paid for, and {@code charges} all
 * charges so far, oldest first.
 */
public record Subscription(
    long id, String state, String payload, long stars, Instant until, List<String> charges) {
  /** Keeps a copy of the charges. */
  public Subscription {
    charges = List.copyOf(charges);
  }

  /** Whether it will renew by itself. */
  public boolean isActive() {
    return state.equals("active");
  }

  static Subscription of(JsonNode json) {
    long until = json.has("renews") ? json.path("renews").asLong() : json.path("expires").asLong();
    return new Subscription(
        json.path("id").asLong(),
        json.path("state").asString(""),
        json.path("payload").asString(""),
        json.path("stars").asLong(),
        Instant.ofEpochSecond(until),
        json.path("charges").valueStream().map(charge -> charge.asString("")).toList());
  }
}
