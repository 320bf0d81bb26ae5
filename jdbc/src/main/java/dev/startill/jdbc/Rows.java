package dev.startill.jdbc;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Goods;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.RefundId;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes values of rows. Every database has the same columns under the same names. */
final class Rows {
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  private Rows() {}

  /** A time as it is kept: microseconds since 1970, in UTC. */
  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND),
        time.getNano() / NANOS_PER_MICRO);
  }

  /** A time as it was kept. */
  static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** A time as it would be read again: the database counts microseconds. */
  static Instant asKept(Instant time) {
    return time(micros(time));
  }

  /** Of {@code whole_order}. */
  static Order order(ResultSet row) throws SQLException {
    var id = new OrderId(row.getString("id"));
    var terms = terms(row);
    var link = Optional.ofNullable(row.getString("link")).map(LinkId::new);
    var state = row.getString("state");
    return switch (state) {
      case "OPEN" -> new Order.Open(id, terms, link);
      case "EXPIRED" -> new Order.Expired(id, terms, link);
      case "APPROVED" ->
          new Order.Approved(
              id,
              terms,
              link,
              new BuyerId(row.getLong("buyer")),
              new CheckoutId(row.getString("checkout")),
              time(row.getLong("held_until")));
      case "PAID" ->
          new Order.Paid(
              id,
              terms,
              link,
              charge(row, "charge", "payer"),
              Goods.valueOf(row.getString("goods")));
      default -> throw unreadable("state", state);
    };
  }

  /** Of {@code link} with its terms. */
  static Link link(ResultSet row) throws SQLException {
    return new Link(new LinkId(row.getString("id")), terms(row), row.getLong("closed") == 1);
  }

  /** A posting, under these names for its amount; empty if it is none that could be booked. */
  static Optional<Posting> posting(ResultSet row, String nanostars) throws SQLException {
    var source = row.getString("source");
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Posting(
              Account.valueOf(row.getString("from_account")),
              Account.valueOf(row.getString("to_account")),
              row.getLong(nanostars),
              source));
    } catch (IllegalArgumentException e) {
      // Somebody else than this program wrote it: whoever audits the books says so.
      return Optional.empty();
    }
  }

  /** Of {@code charge}, where it is stray. */
  static StrayCharge stray(ResultSet row) throws SQLException {
    var payload = row.getString("payload");
    return new StrayCharge(
        charge(row, "id", "buyer"),
        StrayCharge.Why.valueOf(row.getString("why")),
        Payload.read(payload).orElseThrow(() -> unreadable("payload", payload)));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    var owner = row.getLong("owner");
    return new Terms(
        new ProductId(row.getString("product")),
        row.getString("title"),
        row.getString("description"),
        stars(row.getLong("price")),
        delivery(row.getString("delivery"), row.getString("given")),
        lasting(row.getLong("lasts")),
        owner == 0 ? new Owner.Anyone() : new Owner.Only(new BuyerId(owner)),
        time(row.getLong("valid_until")));
  }

  /** Kept in seconds; NULL, which reads as 0, for ever. */
  private static Optional<Duration> lasting(long seconds) {
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static Delivery delivery(String kind, String given) {
    return switch (kind) {
      case "TEXT" -> new Delivery.Text(given);
      case "FILE" -> new Delivery.File(given);
      case "CODE" -> new Delivery.Code();
      case "HANDLER" -> new Delivery.Handler(given);
      default -> throw unreadable("delivery", kind);
    };
  }

  /** Of {@code charge}, under these names for its id and its buyer. */
  static Charge charge(ResultSet row, String id, String buyer) throws SQLException {
    return new Charge(
        new ChargeId(row.getString(id)),
        new BuyerId(row.getLong(buyer)),
        stars(row.getLong("amount")),
        time(row.getLong("paid_at")),
        standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    var standing = row.getString("standing");
    return switch (standing) {
      case "KEPT" -> new Standing.Kept();
      case "RETURNING" -> new Standing.Returning(new RefundId(row.getString("refund")));
      case "UNKNOWN" -> new Standing.Unknown(new RefundId(row.getString("refund")));
      case "RETURNED" -> new Standing.Returned();
      case "TAKEN_BACK" -> new Standing.TakenBack();
      case "MISSING" -> new Standing.Missing();
      default -> throw unreadable("standing", standing);
    };
  }

  private static Stars stars(long nanostars) {
    return new Stars(nanostars / Stars.NANOS_PER_STAR);
  }

  static StoreException unreadable(String column, String value) {
    return new StoreException(
        "The database has '%s' as %s. A newer version of Startill wrote it: use that one."
            .formatted(value, column));
  }
}
