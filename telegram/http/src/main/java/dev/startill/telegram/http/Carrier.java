package dev.startill.telegram.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Carries a bot's calls to the Bot API and brings back what it answers: over connections of our
 * own, or over the client of a bot library. It looks into neither, and never says the token.
 * Blocking; threads share it, and many call at once.
 */
public interface Carrier extends AutoCloseable {
  /** Whom a call may have to wait for: only others of its lane. */
  enum Lane {
    /** Answers to checkouts, for which a buyer waits ten seconds at most. */
    ANSWERS,
    /** All else. */
    SENDS,
    /** Asking for updates, which Telegram holds for as long as it has none. */
    POLLS
  }

  /**
   * A call.
   *
   * @param lane whom it may wait for
   * @param method of the Bot API
   * @param json its parameters, an object; what is absent is not written
   * @param patience after how long to give up
   * @param longest how many bytes an answer may have
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
  record Call(Lane lane, String method, byte[] json, Duration patience, int longest) {}

  /**
   * A file for {@code sendDocument}.
   *
   * @param file which
   * @param fields the other parameters
   * @param patience after how long to give up
   */
  record Document(Path file, Map<String, String> fields, Duration patience) {
    /** A result is a message: a few kilobytes. */
    public static final int LONGEST = Caller.LONGEST_RESULT;

    public Document {
      fields = Map.copyOf(fields);
    }
  }

  /** Makes a call. */
  Attempt call(Call call);

  /** Sends a file. */
  Attempt upload(Document document);

  /** Where they go, for people: {@code api.telegram.org:443}. */
  default String place() {
    return "Telegram";
  }

  /** Ends the calls that are under way, where that can be done. */
  @Override
  void close();
}
