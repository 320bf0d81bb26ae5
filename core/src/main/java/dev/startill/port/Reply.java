package dev.startill.port;

import java.time.Duration;

/** What became of one call to Telegram. Immutable. */
public sealed interface Reply {
  /** Telegram did it. */
  record Done() implements Reply {}

  /**
   * Telegram did not do it and asks for patience (429).
   *
   * @param retryAfter how long
   */
  record Later(Duration retryAfter) implements Reply {}

  /**
   * Telegram did not do it because the buyer cannot be written to (403): blocked the bot, never
   * started it, or is gone.
   *
   * @param description Telegram's words
   */
  record Unreachable(String description) implements Reply {}

  /**
   * Telegram did not do it and will not (400, 401, 404, …).
   *
   * @param code Telegram's {@code error_code}
   * @param description Telegram's words
   */
  record Refused(int code, String description) implements Reply {}

  /**
   * Telegram was not reached at all: it cannot have done it.
   *
   * @param why for people
   */
  record Unsent(String why) implements Reply {}

  /**
   * Nobody knows whether Telegram did it: a timeout, a broken connection, a 5xx, an answer that
   * cannot be read.
   *
   * @param why for people
   */
  record Unknown(String why) implements Reply {}

  /**
   * Whether by this reply it is the token that is wrong. 404 is what stands before the server says
   * to a token that is not even well-formed; with more words it is the method that is unknown.
   */
  default boolean isTokenWrong() {
    return this instanceof Refused refused
        && (refused.code() == 401
            || (refused.code() == 404 && refused.description().equals("Not Found")));
  }
}
