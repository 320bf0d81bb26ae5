package dev.startill.jdbc;

import dev.startill.ledger.Seal;
import dev.startill.party.BotId;
import dev.startill.port.Archive.Entry;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * Walks along a chain, comparing each seal with what it must be after the one that is kept before
 * it: so that only what was changed shows, and not all that follows. For one thread.
 */
final class ChainWalk {
  private final BotId bot;
  private byte[] before = HashChain.start();
  private long number;

  ChainWalk(BotId bot) {
    this.bot = bot;
  }

  /** The posting that a row of {@code posting} is, if it follows. */
  Entry next(ResultSet row) throws SQLException {
    var here = row.getLong("seq");
    var bookedAt = row.getLong("booked_at");
    var kept = row.getBytes("hash");
    var seal = before;
    var posting = Rows.posting(row, "nanostars");
    var follows = here == number + 1;
    var sealed =
        posting
            .map(p -> HashChain.seal(seal, bot, here, p, bookedAt))
            .filter(must -> MessageDigest.isEqual(must, kept))
            .isPresent();
    before = kept;
    number = here;
    return new Entry(
        here,
        row.getString("source"),
        posting,
        follows && sealed,
        Seal.read(here + ":" + HexFormat.of().formatHex(kept)),
        row.getLong("charged") == 1,
        row.getLong("stated") == 1);
  }
}
