package dev.startill.testkit;

import dev.startill.payment.CaseReason;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.testkit.Tables.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Questions about all charges in memory. Guarded by the store's lock. */
final class MemoryCharges {
  private final Tables tables;
  private final MemoryStatement statement;
  private final MemoryCases cases;

  MemoryCharges(Tables tables, MemoryStatement statement, MemoryCases cases) {
    this.tables = tables;
    this.statement = statement;
    this.cases = cases;
  }

  int ownerless(Instant since) {
    return (int)
        tables
            .strays
            .rows()
            .filter(line -> line.stray().why() == StrayCharge.Why.OWNERLESS)
            .filter(line -> !line.since().isBefore(since))
            .count();
  }

  List<ChargeId> unstated(Instant bookedBefore, int limit) {
    return oldest(
        charge ->
            charge.standing() instanceof Standing.Kept
                && !statement.tellsOf(charge.id().value())
                && !cases.everHad(CaseReason.NOT_ON_STATEMENT, charge.id()),
        Times::booked,
        bookedBefore,
        limit);
  }

  long unstatedNanostars() {
    return all()
        .filter(charge -> isHere(charge.standing()) && !statement.tellsOf(charge.id().value()))
        .mapToLong(charge -> charge.amount().toNanos())
        .sum();
  }

  List<ChargeId> unknownRefunds(Instant before, int limit) {
    return oldest(
        charge -> charge.standing() instanceof Standing.Unknown, Times::moved, before, limit);
  }

  /** All that there are, of orders and stray ones. */
  Stream<Charge> all() {
    return Stream.concat(
        tables
            .orders
            .rows()
            .map(OrderLine::order)
            .filter(Order.Paid.class::isInstance)
            .map(order -> ((Order.Paid) order).charge()),
        tables.strays.rows().map(StrayLine::stray).map(StrayCharge::charge));
  }

  private List<ChargeId> oldest(
      Predicate<Charge> which, Function<Times, Instant> when, Instant before, int limit) {
    return all()
        .filter(which)
        .filter(charge -> when.apply(times(charge)).isBefore(before))
        .sorted(
            Comparator.comparing((Charge charge) -> when.apply(times(charge)))
                .thenComparing(charge -> charge.id().value()))
        .limit(limit)
        .map(Charge::id)
        .toList();
  }

  private static boolean isHere(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> true;
      case Standing.Returning returning -> true;
      case Standing.Unknown unknown -> true;
      case Standing.Returned returned -> false;
      case Standing.TakenBack taken -> false;
      case Standing.Missing missing -> false;
    };
  }

  private Times times(Charge charge) {
    return tables.times.get(charge.id().value()).orElseThrow();
  }
}
