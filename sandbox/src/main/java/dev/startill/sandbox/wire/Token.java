package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A bot token; it has no {@code toString} that could leak it into a log. */
public final class Token {
  private static final Pattern INTEGER = Pattern.compile("\\d+");
  private static final long FIRST_IMPOSSIBLE = 1L << 54;

  private final String text;
  private final long botId;

  private Token(String text, long botId) {
    this.text = text;
    this.botId = botId;
  }

  /**
   * Checks a token's form as ClientManager.cpp of the Bot API server does.
   *
   * @throws Refusal 401 or 421
   */
  public static Token parse(String text) {
    int colon = text.indexOf(':');
    if (text.startsWith("0") || text.length() > 80 || colon < 0) {
      throw invalid();
    }
    var number = text.substring(0, colon);
    if (!INTEGER.matcher(number).matches()) {
      throw Refusal.of(421, "Misdirected Request: unallowed token specified");
    }
    long id = number.length() > 18 ? FIRST_IMPOSSIBLE : Long.parseLong(number);
    if (id <= 0 || id >= FIRST_IMPOSSIBLE) {
      throw invalid();
    }
    return new Token(text, id);
  }

  /** The bot's number, which stands before the colon. */
  public long botId() {
    return botId;
  }

  /** The text, for keys that are derived from it; it must not be kept. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What is remembered of a token: enough to know it again, not enough to use it. */
  public String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal invalid() {
    return Refusal.of(401, "Unauthorized: invalid token specified");
  }
}
