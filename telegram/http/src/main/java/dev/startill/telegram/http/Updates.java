package dev.startill.telegram.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads updates as they come over the wire. What cannot be read is a value as well: no input makes
 * it throw, save a stream that breaks. Pure; threads share it.
 */
public final class Updates {
  /** The server holds none back that is longer than 512 KiB: tdlib/telegram-bot-api. */
  public static final int LONGEST = 1024 * 1024;

  private Updates() {}

  /** Reads one, as a webhook brings it. */
  public static Incoming read(byte[] json) {
    if (json.length > LONGEST) {
      return tooLong();
    }
    @Nullable UpdateReader reading = null;
    try (var parser = Json.parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return unreadable("the update is no JSON object");
      }
      reading = new UpdateReader(parser);
      var incoming = reading.read();
      return parser.nextToken() == null ? incoming : unreadable("something follows the update");
    } catch (JacksonException e) {
      return new Incoming.Unreadable(
          reading == null ? OptionalLong.empty() : reading.id(),
          words(e),
          reading != null && reading.ofMoney());
    }
  }

  /**
   * Reads one from a stream, and no more of it than an update can have.
   *
   * @throws IOException if the stream breaks
   */
  public static Incoming read(InputStream json) throws IOException {
    var bytes = json.readNBytes(LONGEST + 1);
    return bytes.length > LONGEST ? tooLong() : read(bytes);
  }

  /**
   * What getUpdates brought.
   *
   * @param updates oldest first
   * @param broken where the JSON itself breaks, after which nothing can be found
   */
  record Batch(List<Incoming> updates, Optional<Incoming.Unreadable> broken) {}

  /** Reads the answer to getUpdates. */
  static Batch readAll(byte[] answer) {
    var all = new ArrayList<Incoming>();
    try (var parser = Json.parser(answer)) {
      parser.nextToken();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("result")) {
          return new Batch(all, readInto(all, parser));
        }
        parser.skipChildren();
      }
      return new Batch(all, Optional.of(unreadable("the answer has no list of updates")));
    } catch (JacksonException e) {
      return new Batch(all, Optional.of(unreadable(words(e))));
    }
  }

  private static Optional<Incoming.Unreadable> readInto(List<Incoming> all, JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      var reading = new UpdateReader(parser);
      try {
        all.add(reading.read());
      } catch (JacksonException e) {
        return Optional.of(new Incoming.Unreadable(reading.id(), words(e), reading.ofMoney()));
      }
    }
    return Optional.empty();
  }

  private static Incoming tooLong() {
    return unreadable("the update is longer than " + LONGEST + " bytes");
  }

  private static Incoming.Unreadable unreadable(String reason) {
    return new Incoming.Unreadable(OptionalLong.empty(), reason, false);
  }

  /** Jackson quotes what it met, which strangers may have written: only the place is told. */
  private static String words(JacksonException e) {
    var what =
        e instanceof StreamConstraintsException
            ? "the JSON is deeper or longer than any update"
            : "the JSON is malformed or cut off";
    var place = e.getLocation();
    return place == null || place.getByteOffset() < 0
        ? what
        : what + " at byte " + place.getByteOffset();
  }
}
