package dev.startill.telegram.http;

import dev.startill.port.Reply;

/** What became of one HTTP exchange. Immutable. */
public sealed interface Attempt {
  /**
   * An answer came, whatever it says.
   *
   * @param response read whole
   */
  record Answered(Response response) implements Attempt {}

  /**
   * None came.
   *
   * @param reply {@link Reply.Unsent} or {@link Reply.Unknown}
   */
  record Failed(Reply reply) implements Attempt {}

  /** Nothing left, so nobody can have acted on it. */
  static Attempt unsent(String why) {
    return new Failed(new Reply.Unsent(why));
  }

  /** It left, or may have left, and no answer came back whole. */
  static Attempt unknown(String why) {
    return new Failed(new Reply.Unknown("Nobody knows whether Telegram did it: " + why + "."));
  }
}
