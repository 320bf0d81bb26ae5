package dev.startill.telegram.http;

import java.time.Duration;

/**
 * Every knob of the adapter. Immutable; begin with {@link #defaults()}.
 *
 * @param connect how long to wait for a connection and its TLS handshake. Five seconds: a route
 *     that needs longer will not answer a checkout in time either.
 * @param answer how long to wait for the reply to a checkout's answer. Telegram gives the buyer up
 *     after ten seconds (<a href="https://core.telegram.org/bots/api#answerprecheckoutquery">answer
 *     PreCheckoutQuery</a>); five leave the other five for the decision.
 * @param call how long to wait for the reply to any other call.
 * @param upload how long a file may take. With the wait for a turn it stays below the engine's
 *     lease of two minutes.
 * @param perSecond messages a second to all chats, 0 for no limit. Telegram takes <a
 *     href="https://core.telegram.org/bots/faq#broadcasting-to-users">about 30</a>.
 * @param perChatPerSecond messages a second to one chat, 0 for no limit. Telegram takes <a
 *     href="https://core.telegram.org/bots/faq#broadcasting-to-users">about one</a>.
 * @param longestTurn how long a message may wait for its turn; one that would wait longer is a
 *     {@code Later} at once, so that a crowded chat does not hold up whoever sends.
 * @param connections how many calls of one kind run at once; further ones wait.
 */
public record HttpSettings(
    Duration connect,
    Duration answer,
    Duration call,
    Duration upload,
    int perSecond,
    int perChatPerSecond,
    Duration longestTurn,
    int connections) {

  /** Refuses what could never work. */
  public HttpSettings {
    requirePositive("connect", connect);
    requirePositive("answer", answer);
    requirePositive("call", call);
    requirePositive("upload", upload);
    requirePositive("longestTurn", longestTurn);
    if (perSecond < 0 || perChatPerSecond < 0 || perSecond > MOST || perChatPerSecond > MOST) {
      throw new IllegalArgumentException("A limit is 0 (off) to " + MOST + " messages a second.");
    }
    if (connections < 1) {
      throw new IllegalArgumentException("connections is at least 1.");
    }
  }

  private static final int MOST = 10_000;

  /** What suits api.telegram.org. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(100),
        30,
        1,
        Duration.ofSeconds(5),
        256);
  }

  /** The same with other limits, in messages a second; 0 turns one off. */
  public HttpSettings withLimits(int overall, int perChat) {
    return new HttpSettings(
        connect, answer, call, upload, overall, perChat, longestTurn, connections);
  }

  /** The same, giving up on every call after this long. */
  public HttpSettings withPatience(Duration patience) {
    return new HttpSettings(
        patience,
        patience,
        patience,
        patience,
        perSecond,
        perChatPerSecond,
        longestTurn,
        connections);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing.");
    }
  }
}
