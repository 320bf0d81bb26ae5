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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that the store in memory keeps. Guarded by its lock. */
final class Tables {
  final Table<String, OrderLine> orders = new Table<>();
  final Table<String, Link> links = new Table<>();

  /** Every charge ever booked, with the order that it pays for; none where it is stray. */
  final Table<String, Optional<OrderId>> charges = new Table<>();

  final Table<String, StrayLine> strays = new Table<>();
  final Table<String, Posting> postings = new Table<>();
  final Table<String, List<HistoryLine>> history = new Table<>();
  final Table<String, CaseRow> cases = new Table<>();
  final Table<Long, Letter> outbox = new Table<>();
  final Table<Long, Piece> pieces = new Table<>();

  private final List<Table<?, ?>> all =
      List.of(orders, links, charges, strays, postings, history, cases, outbox, pieces);

  void keep() {
    all.forEach(Table::keep);
  }

  void undo() {
    all.forEach(Table::undo);
  }

  /** A case, open until it has an end. */
  record CaseRow(CaseLine line, String subject, boolean open) {
    CaseRow closed() {
      return new CaseRow(line, subject, false);
    }
  }

  /** How far a message got. */
  enum Fate {
    WAITING,
    PARKED,
    SETTLED,
    WITHDRAWN
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
      int attempt) {
    boolean isUnsettled() {
      return fate == Fate.WAITING || fate == Fate.PARKED;
    }

    boolean hasBegun() {
      return leased || uncertain;
    }

    boolean isOf(OrderId order) {
      return message.order().filter(order::equals).isPresent();
    }

    Letter leasedUntil(Instant end) {
      return new Letter(
          number, id, message, buyer, since, fate, end, true, uncertain || leased, attempt + 1);
    }

    Letter becoming(Fate next, Instant nextDue, boolean doubtful) {
      return new Letter(
          number, id, message, buyer, since, next, nextDue, false, uncertain || doubtful, attempt);
    }
  }

  /** A code of a product's stock. */
  record Piece(long number, String product, String code, boolean sold, Optional<OrderId> holder) {
    Piece heldBy(OrderId order) {
      return new Piece(number, product, code, false, Optional.of(order));
    }

    Piece soldTo(OrderId order) {
      return new Piece(number, product, code, true, Optional.of(order));
    }

    Piece freed() {
      return new Piece(number, product, code, false, Optional.empty());
    }
  }
}
