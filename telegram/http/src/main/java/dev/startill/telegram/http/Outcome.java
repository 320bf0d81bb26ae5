package dev.startill.telegram.http;

import dev.startill.port.Reply;

/** What became of a call whose result matters. Immutable. */
sealed interface Outcome {
  /**
   * Telegram did it.
   *
   * @param body the whole answer, known to be JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
  record Ok(byte[] body) implements Outcome {}

  /**
   * It did not, or nobody knows.
   *
   * @param reply never {@link Reply.Done}
   */
  record Failed(Reply reply) implements Outcome {}

  /** Without the result. */
  default Reply reply() {
    return switch (this) {
      case Ok ok -> new Reply.Done();
      case Failed failed -> failed.reply();
    };
  }
}
