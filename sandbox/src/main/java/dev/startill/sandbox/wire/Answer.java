package dev.startill.sandbox.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A whole HTTP answer. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Answer(int status, String contentType, byte[] body) {
  private static final String JSON = "application/json";

  /** A JSON answer. */
  public static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, Json.bytes(body));
  }

  /** JSON that is already written. */
  public static Answer jsonText(int status, String body) {
    return new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8));
  }
}
