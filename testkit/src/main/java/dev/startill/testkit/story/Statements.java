package dev.startill.testkit.story;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import java.time.Instant;
import java.util.Optional;

/** Lines of a statement, as sentences. */
final class Statements {
  private Statements() {}

  static StatementLine paid(String charge, BuyerId buyer, String payload, Instant at) {
    return invoice(charge, Way.CAME, buyer, payload, at);
  }

  static StatementLine returned(String charge, BuyerId buyer, String payload, Instant at) {
    return invoice(charge, Way.WENT, buyer, payload, at);
  }

  static StatementLine withdrawal(String id, long stars, Withdrawal state, Instant at) {
    return new StatementLine(
        id,
        Way.WENT,
        at,
        stars * Stars.NANOS_PER_STAR,
        Purpose.WITHDRAWAL,
        Optional.empty(),
        Optional.empty(),
        0,
        state,
        "");
  }

  static StatementLine other(String id, long stars, Instant at) {
    return new StatementLine(
        id,
        Way.CAME,
        at,
        stars * Stars.NANOS_PER_STAR,
        Purpose.OTHER,
        Optional.empty(),
        Optional.empty(),
        0,
        Withdrawal.NONE,
        "");
  }

  private static StatementLine invoice(
      String charge, Way way, BuyerId buyer, String payload, Instant at) {
    return new StatementLine(
        charge,
        way,
        at,
        50 * Stars.NANOS_PER_STAR,
        Purpose.INVOICE,
        Optional.of(buyer),
        Optional.of(payload),
        0,
        Withdrawal.NONE,
        "");
  }
}
