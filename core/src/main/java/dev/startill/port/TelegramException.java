package dev.startill.port;

import java.time.Duration;
import java.util.Optional;

/** Telegram did not do what a caller waits for. Never carries a token or a URL with one. */
public final class TelegramException extends StartillException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Reply reply;

  /**
   * What Telegram said, or that it said nothing.
   *
   * @param message what happened and what to do
   * @param reply the reply, never {@link Reply.Done}
   */
  public TelegramException(String message, Reply reply) {
    super(message, null);
    this.reply = reply;
    this.code = reply instanceof Reply.Refused refused ? refused.code() : 0;
  }

  /** Telegram's {@code error_code}, or 0 where there was none. */
  public int code() {
    return code;
  }

  /** How long Telegram asks to wait, if it does. */
  public Optional<Duration> retryAfter() {
    return reply instanceof Reply.Later later ? Optional.of(later.retryAfter()) : Optional.empty();
  }

  /** What became of the call. */
  public Reply reply() {
    return reply;
  }
}
