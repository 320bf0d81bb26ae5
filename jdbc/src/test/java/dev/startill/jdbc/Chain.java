package dev.startill.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads a bot's chain of postings from beside the program, by what its documentation says. */
final class Chain {
  private Chain() {}

  static boolean isWhole(Database file, long bot) throws SQLException {
    try (var connection = file.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM posting ORDER BY bot, seq")) {
      var seal = new byte[32];
      var number = 0L;
      while (rows.next()) {
        if (rows.getLong("bot") != bot) {
          continue;
        }
        number++;
        seal = seal(seal, rows);
        if (rows.getLong("seq") != number || !Arrays.equals(seal, rows.getBytes("hash"))) {
          return false;
        }
      }
      return number > 0;
    }
  }

  private static byte[] seal(byte[] before, ResultSet row) throws SQLException {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.write(before);
      out.writeLong(row.getLong("bot"));
      out.writeLong(row.getLong("seq"));
      out.writeLong(row.getLong("booked_at"));
      out.writeLong(row.getLong("nanostars"));
      text(out, row.getString("from_account"));
      text(out, row.getString("to_account"));
      text(out, row.getString("source"));
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
