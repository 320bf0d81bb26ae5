package dev.startill.telegram.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final Incoming.Unreadable NO_OBJECT =
      new Incoming.Unreadable(OptionalLong.empty(), "the update is no JSON object", false);

  private Updates() {}

  /** Reads one, as a webhook brings it. */
  public static Incoming read(byte[] json) {
    if (json.length > LONGEST) {
      return tooLong(json);
    }
    @Nullable UpdateReader reading = null;
    try (var parser = Json.parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return unreadable(json, NO_OBJECT.reason());
      }
      reading = new UpdateReader(parser);
      var incoming = reading.read();
      return parser.nextToken() == null
          ? incoming
          : unreadable(json, "something follows the update");
    } catch (JacksonException e) {
      var id = reading == null ? OptionalLong.empty() : reading.id();
      return new Incoming.Unreadable(id, words(e), namesMoney(json, 0));
    }
  }

  /**
   * Reads one from a stream, and no more of it than an update can have.
   *
   * @throws IOException if the stream breaks
   */
  public static Incoming read(InputStream json) throws IOException {
    var bytes = json.readNBytes(LONGEST + 1);
    return bytes.length > LONGEST ? tooLong(bytes) : read(bytes);
  }

  /**
   * One of several.
   *
   * @param incoming what it means
   * @param json as Telegram wrote it; empty if it is no object
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Read(Incoming incoming, byte[] json) {}

  /**
   * What getUpdates brought.
   *
   * @param read oldest first
   * @param broken where the JSON itself breaks, after which nothing can be found
   */
  record Batch(List<Read> read, Optional<Incoming.Unreadable> broken) {
    List<Incoming> updates() {
      return read.stream().map(Read::incoming).toList();
    }
  }

  /** Reads the answer to getUpdates. */
  static Batch readAll(byte[] answer) {
    var all = new ArrayList<Read>();
    try (var parser = Json.parser(answer)) {
      parser.nextToken();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("result")) {
          return new Batch(all, readInto(all, parser, answer));
        }
        parser.skipChildren();
      }
      return new Batch(all, Optional.of(unreadable(answer, "the answer has no list of updates")));
    } catch (JacksonException e) {
      return new Batch(all, Optional.of(unreadable(answer, words(e))));
    }
  }

  private static Optional<Incoming.Unreadable> readInto(
      List<Read> all, JsonParser parser, byte[] answer) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        all.add(new Read(NO_OBJECT, new byte[0]));
        continue;
      }
      var start = (int) parser.currentTokenLocation().getByteOffset();
      var reading = new UpdateReader(parser);
      try {
        var incoming = reading.read();
        var end = (int) parser.currentTokenLocation().getByteOffset() + 1;
        all.add(new Read(incoming, Arrays.copyOfRange(answer, start, end)));
      } catch (JacksonException e) {
        var ofMoney = namesMoney(answer, start);
        return Optional.of(new Incoming.Unreadable(reading.id(), words(e), ofMoney));
      }
    }
    return Optional.empty();
  }

  private static Incoming tooLong(byte[] json) {
    return unreadable(json, "the update is longer than " + LONGEST + " bytes");
  }

  private static Incoming.Unreadable unreadable(byte[] json, String reason) {
    return new Incoming.Unreadable(OptionalLong.empty(), reason, namesMoney(json, 0));
  }

  /**
   * What is broken brought money if the name of it stands there. Nobody can write it into a text: a
   * quote in a text has a backslash before it.
   */
  private static boolean namesMoney(byte[] json, int from) {
    var text = new String(json, from, json.length - from, StandardCharsets.ISO_8859_1);
    return text.contains("\"successful_payment\"") || text.contains("\"refunded_payment\"");
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
