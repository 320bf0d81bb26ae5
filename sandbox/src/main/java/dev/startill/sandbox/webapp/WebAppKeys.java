package dev.startill.sandbox.webapp;

import dev.startill.sandbox.wire.Token;
import dev.startill.sandbox.world.Bot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What init data is signed with, by the digest of the token it comes from. In memory only: whoever
 * read such a key in a file could sign for the bot. So after a restart it is there again with the
 * bot's next call. Thread-safe.
 */
public final class WebAppKeys {
  private final Map<String, byte[]> byDigest = new ConcurrentHashMap<>();

  /** Remembers a token that has just been let in. */
  public void learn(Bot bot, Token token) {
    byDigest.computeIfAbsent(bot.tokenDigest(), digest -> InitData.key(token));
  }

  /** A bot's key, if its token was seen since the start. */
  Optional<byte[]> of(Bot bot) {
    return Optional.ofNullable(byDigest.get(bot.tokenDigest()));
  }
}
