package dev.startill.benchmarks.telegram;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Somebody who buys one thing at a time. For one thread. */
final class Buyer {
  private static final long FIRST = 5_000_000_000L;

  final long id;

  /** As Telegram shows the person. */
  final byte[] user;

  /** As Telegram shows the private chat with the person. */
  final byte[] chat;

  /** The purchase under way. */
  @Nullable Sale sale;

  /** When that last came further. */
  long since;

  Buyer(int number) {
    id = FIRST + number;
    var name = "Buyer " + number;
    user =
        "{\"id\":%d,\"is_bot\":false,\"first_name\":\"%s\",\"language_code\":\"en\"}"
            .formatted(id, name)
            .getBytes(StandardCharsets.US_ASCII);
    chat =
        "{\"id\":%d,\"first_name\":\"%s\",\"type\":\"private\"}"
            .formatted(id, name)
            .getBytes(StandardCharsets.US_ASCII);
  }

  static int numberOf(long id) {
    return (int) (id - FIRST);
  }
}
