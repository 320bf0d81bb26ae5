package dev.startill.testkit;

import dev.startill.ledger.Posting;
import dev.startill.party.BuyerId;
import dev.startill.payment.Link;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.Cursor;
import dev.startill.port.Lease;
import dev.startill.port.StatementLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that the store in memory keeps. Guarded by its lock. */
final class Tables {
  final Table<String, OrderLine> orders = new Table<>();
  final Table<String, Link> links = new Table<>();

  /** Every charge ever booked, with the order that it pays for; none where it is stray. */
  final Table<String, Optional<OrderId>> charges = new Table<>();

  /** When each charge was booked, and when its standing last changed. */
  final Table<String, Times> times = new Table<>();

  final Table<String, StrayLine> strays = new Table<>();
  final Table<Long, Booked> postings = new Table<>();

  /** The number of the posting that a source caused. */
  final Table<String, Long> sources = new Table<>();

  final Table<String, List<HistoryLine>> history = new Table<>();
  final Table<String, CaseRow> cases = new Table<>();
  final Table<Long, Letter> outbox = new Table<>();
  final Table<Long, Piece> pieces = new Table<>();
  final Table<String, KeptLine> statement = new Table<>();
  final Table<String, Cursor> cursor = new Table<>();
  final Table<Lease.Duty, Held> leases = new Table<>();

  private final List<Table<?, ?>> all =
      List.of(
          orders, links, charges, times, strays, postings, sources, history, cases, outbox, pieces,
          statement, cursor, leases);

  void keep() {
    all.forEach(Table::keep);
  }

  void undo() {
    all.forEach(Table::undo);
  }

  /** The key after the greatest one. */
  static long nextKey(Table<Long, ?> table) {
    return table.lastKey().orElse(0L) + 1;
  }

  /** A posting with its number, 1 for the first. */
  record Booked(long number, Posting posting, Instant at) {}

  /** When a charge was booked, and when its standing last changed. */
  record Times(Instant booked, Instant moved) {}

  /** A line of the statement, and where it stands unless another line stands there now. */
  record KeptLine(StatementLine line, Optional<Long> place) {}

  /** The newest token of a duty, and its lease unless that was let go. */
  record Held(long token, Optional<Lease> lease) {}

  /** A case, and what it is about. */
  record CaseRow(CaseLine line, String subject) {
    boolean open() {
      return line.closed().isEmpty();
    }

    CaseRow closed(String how, Instant at) {
      return new CaseRow(
          new CaseLine(
              line.id(),
              line.reason(),
              line.order(),
              line.charge(),
              line.buyer(),
              line.since(),
              line.detail(),
              Optional.of(at),
              how),
          subject);
    }
  }

  /** How far a message got. */
  enum Fate {
    WAITING,
    PARKED,
    SETTLED,
    WITHDRAWN,
    DEAD
  }

  /** A message in the outbox; {@code due} is the end of its lease while it is leased. */
  record Letter(
      long number,
      MessageId id,
      Message message,
      BuyerId buyer,
      Instant since,
      Fate fate,
      Instant due,
      boolean leased,
      boolean uncertain,
      int attempt,
      String because,
      Instant changed) {
    boolean isUnsettled() {
      return fate == Fate.WAITING || fate == Fate.PARKED;
    }

    boolean hasBegun() {
      return leased || uncertain;
    }

    boolean isOf(OrderId order) {
      return message.order().filter(order::equals).isPresent();
    }

    Letter leasedUntil(Instant end, Instant now) {
      return new Letter(
          number,
          id,
          message,
          buyer,
          since,
          fate,
          end,
          true,
          uncertain || leased,
          attempt + 1,
          because,
          now);
    }

    Letter becoming(Fate next, Instant nextDue, Instant now) {
      return new Letter(
          number, id, message, buyer, since, next, nextDue, false, uncertain, attempt, because,
          now);
    }

    Letter because(String words, boolean doubtful) {
      return new Letter(
          number,
          id,
          message,
          buyer,
          since,
          fate,
          due,
          leased,
          uncertain || doubtful,
          attempt,
          words,
          changed);
    }

    /** As if it had just been written. */
    Letter revived(Instant now) {
      return new Letter(
          number, id, message, buyer, now, Fate.WAITING, now, false, uncertain, 0, because, now);
    }
  }

  /** Where a code is. */
  enum Spot {
    FREE,
    HELD,
    SOLD,
    REVOKED
  }

  /** A code of a product's stock. */
  record Piece(long number, String product, String code, Spot spot, Optional<OrderId> holder) {
    Piece heldBy(OrderId order) {
      return new Piece(number, product, code, Spot.HELD, Optional.of(order));
    }

    Piece soldTo(OrderId order) {
      return new Piece(number, product, code, Spot.SOLD, Optional.of(order));
    }

    Piece revoked() {
      return new Piece(number, product, code, Spot.REVOKED, holder);
    }

    Piece freed() {
      return new Piece(number, product, code, Spot.FREE, Optional.empty());
    }
  }
}
