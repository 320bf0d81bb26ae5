package dev.startill.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The seals of the postings as an accountant would check them: from the documentation, with nothing
 * of the shop's code.
 */
final class Chain {
  private static final int ACCOUNT = 4;

  private Chain() {}

  /** As they are kept. */
  static List<String> of(Database database) {
    return database.rows("SELECT %s FROM posting ORDER BY seq".formatted(database.hex("hash")));
  }

  /** As they must be. */
  static List<String> recomputed(Database database) {
    var seals = new ArrayList<String>();
    var before = new byte[32];
    var rows =
        database.rows(
            """
            SELECT bot, seq, booked_at, nanostars, from_account, to_account, source
            FROM posting ORDER BY seq""");
    for (var row : rows) {
      before = seal(before, row.split("\\|", 7), seals.size() + 1L);
      seals.add(HexFormat.of().formatHex(before));
    }
    return seals;
  }

  private static byte[] seal(byte[] before, String[] posting, long number) {
    var digest = sha256();
    digest.update(before);
    digest.update(longs(posting[0], Long.toString(number), posting[2], posting[3]));
    for (var text = ACCOUNT; text < posting.length; text++) {
      var bytes = posting[text].getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static byte[] longs(String... numbers) {
    var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    for (var number : numbers) {
      bytes.putLong(Long.parseLong(number));
    }
    return bytes.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
