package dev.startill.jdbc;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Terms;
import dev.startill.party.BotId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Terms, kept once for all orders that promise the same: their key is a hash of what they promise.
 * Owner and validity are the order's own. For one thread.
 */
final class TermsTable {
  private final Session session;
  private final BotId bot;

  TermsTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  /** Keeps the terms, if they are not kept yet, and gives their key. */
  byte[] keep(Terms terms) {
    return session.recent().key(terms).orElseGet(() -> add(terms));
  }

  private byte[] add(Terms terms) {
    var kind = kind(terms.delivery());
    var goods = goods(terms.delivery());
    var lasts = terms.lasting().map(Duration::toSeconds).orElse(null);
    var hash = hash(terms, kind, goods);
    session.change(
        Sql.ADD_TERMS,
        bot.value(),
        hash,
        terms.product().value(),
        terms.title(),
        terms.description(),
        terms.price().toNanos(),
        kind,
        goods,
        lasts);
    session.recent().keep(terms, hash);
    return hash;
  }

  private static String kind(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Text text -> "TEXT";
      case Delivery.File file -> "FILE";
      case Delivery.Code code -> "CODE";
      case Delivery.Handler handler -> "HANDLER";
    };
  }

  private static String goods(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Text text -> text.template();
      case Delivery.File file -> file.location();
      case Delivery.Code code -> "";
      case Delivery.Handler handler -> handler.name();
    };
  }

  /** What lasts for ever has the key that it always had. */
  private static byte[] hash(Terms terms, String kind, String goods) {
    var parts =
        Stream.of(
            terms.product().value(),
            terms.title(),
            terms.description(),
            Long.toString(terms.price().toNanos()),
            kind,
            goods);
    var lasts = terms.lasting().stream().map(time -> Long.toString(time.toSeconds()));
    return hash(Stream.concat(parts, lasts).toList());
  }

  /** Each part with its length before it, so that no two lists of parts read the same. */
  private static byte[] hash(List<String> parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
