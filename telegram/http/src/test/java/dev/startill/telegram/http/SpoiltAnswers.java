package dev.startill.telegram.http;

import dev.startill.testkit.fuzz.Examples;
import dev.startill.testkit.fuzz.Json;
import dev.startill.testkit.fuzz.Mutator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Whole HTTP responses of the Bot API, spoilt more or less; the same from the same seed. */
final class SpoiltAnswers {
  /** Somebody upstream may quote it. */
  static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";

  private static final List<Integer> STATUSES =
      List.of(100, 200, 201, 204, 302, 304, 400, 401, 403, 404, 409, 413, 429, 500, 502, 504, 999);
  private static final List<String> HEADERS =
      List.of(
          "Retry-After: 7",
          "Retry-After: 99999999999999999999",
          "Retry-After: -1",
          "Retry-After: tomorrow",
          "Connection: close",
          "Content-Length: 5",
          "Content-Length: 99999999",
          "Content-Length: -1",
          "Content-Length: x",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked",
          "no colon",
          ":",
          "X: " + "x".repeat(40_000));

  private static final List<Json> EXAMPLES = List.copyOf(Examples.answers().values());

  private final RandomGenerator chance;
  private final Mutator mutator;

  SpoiltAnswers(long seed) {
    this.chance = new Random(seed);
    this.mutator = new Mutator(chance, EXAMPLES);
  }

  /** The next one, from the status line to the last byte. */
  byte[] next() {
    var example = EXAMPLES.get(chance.nextInt(EXAMPLES.size()));
    var body = mutator.spoil(chance.nextInt(10) == 0 ? quoting(example) : example);
    var whole = response(status(example), body);
    return chance.nextInt(10) == 0 ? mutator.spoil(whole, 1 + chance.nextInt(3)) : whole;
  }

  private static Json quoting(Json example) {
    var words = Json.text("not " + TOKEN + " nor " + TOKEN.substring(10));
    return new Json.Obj(
        List.of(
            new Json.Member("ok", new Json.Leaf("false")),
            new Json.Member("description", words),
            new Json.Member("result", example)));
  }

  private int status(Json example) {
    if (chance.nextInt(6) == 0) {
      return STATUSES.get(chance.nextInt(STATUSES.size()));
    }
    return example.member("error_code").map(code -> Integer.parseInt(code.toText())).orElse(200);
  }

  private byte[] response(int status, byte[] body) {
    var chunked = chance.nextInt(5) == 0;
    var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nServer: nginx\r\n");
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (chance.nextInt(8) > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    if (chance.nextInt(8) == 0) {
      head.append(HEADERS.get(chance.nextInt(HEADERS.size()))).append("\r\n");
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(chunked ? inChunks(body) : body);
    return whole.toByteArray();
  }

  private byte[] inChunks(byte[] body) {
    var chunks = new ByteArrayOutputStream();
    for (var at = 0; at < body.length; ) {
      var size = Math.min(body.length - at, 1 + chance.nextInt(500));
      chunks.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunks.write(body, at, size);
      chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      at += size;
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunks.toByteArray();
  }
}
