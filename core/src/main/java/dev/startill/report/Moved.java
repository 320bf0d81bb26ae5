package dev.startill.report;

import dev.startill.ledger.Account;
import dev.startill.ledger.Source;
import dev.startill.port.Archive.Movement;
import dev.startill.port.StatementLine;
import java.time.Instant;

/**
 * A movement, with the answers that reports ask of it. Immutable.
 *
 * @param movement the movement
 * @param source what caused it
 */
record Moved(Movement movement, Source source) {
  /** When it happened: when Telegram says so, else when it was booked. */
  Instant at() {
    return switch (source.kind()) {
      case CHARGE -> movement.received().orElse(movement.bookedAt());
      case REFUND, LINE_CAME, LINE_WENT, COMMISSION_CAME, COMMISSION_WENT ->
          movement.line().map(StatementLine::at).orElse(movement.bookedAt());
      case CLAIMED, CHARGEBACK, MISSING, FOUND, ACCEPTED, REFUNDING, REFUND_REFUSED, UNEXPLAINED ->
          movement.bookedAt();
    };
  }

  boolean isBetween(Instant from, Instant to) {
    var at = at();
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Whether Stars crossed the border between the bot and the world. */
  boolean crosses() {
    var posting = movement.posting();
    return posting.from().isInside() != posting.to().isInside();
  }

  /** The account inside, of one that crosses. */
  Account inside() {
    var posting = movement.posting();
    return posting.to().isInside() ? posting.to() : posting.from();
  }

  /** How much came, of one that crosses; negative if it went. */
  long came() {
    var posting = movement.posting();
    return posting.to().isInside() ? posting.nanostars() : -posting.nanostars();
  }
}
