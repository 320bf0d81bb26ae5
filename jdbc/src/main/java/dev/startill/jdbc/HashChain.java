package dev.startill.jdbc;

import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Seals a bot's postings one after the other, so that none can be edited, removed or moved without
 * a trace in all that follow. The seal of a posting is the SHA-256 of, in this order:
 *
 * <ol>
 *   <li>the seal of the posting before it: 32 bytes, all zero before the first;
 *   <li>the bot, the posting's number (1 for the first), when it was booked in microseconds since
 *       1970, and its nanostars: 8 bytes each, highest first;
 *   <li>the account it leaves, the account it enters, and its source: each the number of its bytes
 *       in 4 bytes, highest first, and then its bytes in UTF-8.
 * </ol>
 *
 * <p>No two postings read the same, for every text comes with its length. Whoever can write the
 * database can make a new chain, too: a newest seal that is kept elsewhere tells. Pure.
 */
final class HashChain {
  /** How long a seal is, in bytes. */
  static final int LENGTH = 32;

  private HashChain() {}

  /** What comes before a bot's first posting. */
  static byte[] start() {
    return new byte[LENGTH];
  }

  /**
   * The seal of a posting.
   *
   * @param before the seal of the one before it
   * @param number 1 for the bot's first
   * @param bookedAt in microseconds since 1970
   */
  static byte[] seal(byte[] before, BotId bot, long number, Posting posting, long bookedAt) {
    var digest = sha256();
    digest.update(before);
    digest.update(
        ByteBuffer.allocate(4 * Long.BYTES)
            .putLong(bot.value())
            .putLong(number)
            .putLong(bookedAt)
            .putLong(posting.nanostars())
            .array());
    text(digest, posting.from().name());
    text(digest, posting.to().name());
    text(digest, posting.source());
    return digest.digest();
  }

  private static void text(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
