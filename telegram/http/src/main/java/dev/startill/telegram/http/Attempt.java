package dev.startill.telegram.http;

import dev.startill.port.Reply;

/** What became of one HTTP exchange. Immutable. */
sealed interface Attempt {
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
}
