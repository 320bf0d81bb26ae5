package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Letter;
import dev.startill.sandbox.world.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** A finished answer: the status, which equals error_code, and the envelope as bytes. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Reply(int status, byte[] body, int retryAfter) {
  private static final byte[] TRUE =
      "{\"ok\":true,\"result\":true}".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] RESULT =
      "{\"ok\":true,\"result\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT = ",\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

  /** Success with a result. */
  public static Reply result(JsonNode result) {
    return new Reply(200, Json.bytes(Json.object().put("ok", true).set("result", result)), 0);
  }

  /** Success with these updates, whose JSON is written already. */
  public static Reply updates(List<Letter> letters) {
    var body = new ByteArrayOutputStream(RESULT.length + 2);
    body.writeBytes(RESULT);
    body.write('[');
    for (var letter : letters) {
      if (body.size() > RESULT.length + 1) {
        body.writeBytes(NEXT);
      }
      body.writeBytes(letter.text());
    }
    body.writeBytes(END);
    return new Reply(200, body.toByteArray(), 0);
  }

  /** Success with nothing to tell. */
  public static Reply done() {
    return new Reply(200, TRUE, 0);
  }

  /** Success with Telegram's remark beside it. */
  public static Reply done(String description) {
    var json = Json.object().put("ok", true).set("result", BooleanNode.TRUE);
    return new Reply(200, Json.bytes(json.put("description", description)), 0);
  }

  /** No, and why. */
  public static Reply refused(Refusal refusal) {
    return spoilt(refusal.code(), refusal.description(), refusal.retryAfter());
  }

  /** A failure as a fault wants it; a description of its own is told as it stands. */
  public static Reply spoilt(int code, String description, int retryAfter) {
    var json = Json.object().put("ok", false).put("error_code", code);
    json.put("description", description);
    if (retryAfter > 0) {
      json.putObject("parameters").put("retry_after", retryAfter);
    }
    return new Reply(code, Json.bytes(json), retryAfter);
  }

  /** No answer at all. */
  public static Reply none() {
    return new Reply(0, new byte[0], 0);
  }

  /** The body as text, for the journal. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
