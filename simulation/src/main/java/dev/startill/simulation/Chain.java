package dev.startill.simulation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Follows the chain of postings by its published rule: SHA-256 over the seal before, then bot,
 * number, time and nanostars in eight bytes each, then the two accounts and the source, each after
 * its length in four bytes. What was followed before is only looked at again at its newest seal.
 * For one thread.
 */
final class Chain {
  private final PreparedStatement newer;
  private final PreparedStatement same;
  private long number;
  private byte[] seal = new byte[32];

  Chain(Connection connection) throws SQLException {
    this.newer =
        connection.prepareStatement(
            """
            SELECT bot, seq, booked_at, nanostars, from_account, to_account, source, hash
            FROM posting WHERE seq > ? ORDER BY seq""");
    this.same = connection.prepareStatement("SELECT hash FROM posting WHERE seq = ?");
  }

  /** The first posting that is not as it must be. */
  Optional<String> firstFlaw() throws SQLException {
    if (number > 0 && !isStillThere()) {
      return Optional.of("posting " + number + " is not what it was");
    }
    newer.setLong(1, number);
    try (var row = newer.executeQuery()) {
      while (row.next()) {
        if (row.getLong("seq") != number + 1) {
          return Optional.of("posting " + (number + 1) + " is missing");
        }
        number++;
        seal = sealOf(row);
        if (!Arrays.equals(seal, row.getBytes("hash"))) {
          return Optional.of(
              "posting " + number + " is sealed " + HexFormat.of().formatHex(row.getBytes("hash")));
        }
      }
      return Optional.empty();
    }
  }

  private boolean isStillThere() throws SQLException {
    same.setLong(1, number);
    try (var row = same.executeQuery()) {
      return row.next() && Arrays.equals(seal, row.getBytes(1));
    }
  }

  private byte[] sealOf(ResultSet row) throws SQLException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(seal);
      for (var column : new String[] {"bot", "seq", "booked_at", "nanostars"}) {
        out.writeLong(row.getLong(column));
      }
      for (var column : new String[] {"from_account", "to_account", "source"}) {
        var text = row.getString(column).getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has memory and SHA-256.", e);
    }
  }
}
