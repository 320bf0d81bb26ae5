package dev.startill.sandbox.testing;

import tools.jackson.databind.JsonNode;

/** An inline button below a message. {@code data} and {@code url} are empty where it has none. */
public record Button(String text, String data, String url) {
  static Button of(JsonNode json) {
    return new Button(
        json.path("text").asString(""),
        json.path("callback_data").asString(""),
        json.path("url").asString(""));
  }
}
