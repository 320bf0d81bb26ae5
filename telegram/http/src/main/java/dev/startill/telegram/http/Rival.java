package dev.startill.telegram.http;

import dev.startill.port.Reply;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Somebody else who asks for updates with this bot's token, as the asking meets them. Telegram lets
 * one call wait at a time: whoever asks later ends the call of the other, which is told so (409),
 * asks again and is well at once. So what was met is remembered for a while. Threads share it.
 */
final class Rival {
  /** Calls are held for fifty seconds at most: two who ask meet at least so often. */
  static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private volatile OptionalLong met = OptionalLong.empty();

  /**
   * Nobody yet.
   *
   * @param nanos the clock, as {@link System#nanoTime}
   */
  Rival(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether a refusal tells of one; {@code Client.cpp} of tdlib/telegram-bot-api. */
  static boolean isMetBy(Reply reply) {
    return reply instanceof Reply.Refused refused
        && refused.code() == 409
        && refused.description().contains("other getUpdates");
  }

  void met() {
    met = OptionalLong.of(nanos.getAsLong());
  }

  /** Whether one was met within the last minute. */
  boolean isAbout() {
    var last = met;
    return last.isPresent() && nanos.getAsLong() - last.getAsLong() < REMEMBERED.toNanos();
  }
}
