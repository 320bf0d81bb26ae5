package dev.startill.testkit;

import dev.startill.party.BuyerId;
import dev.startill.payment.Facts;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.port.Due;
import dev.startill.testkit.Tables.Fate;
import dev.startill.testkit.Tables.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Messages that wait to leave, in memory. Guarded by the store's lock. */
final class MemoryOutbox {
  private static final Comparator<Letter> IN_TURN =
      Comparator.comparing(Letter::due).thenComparingLong(Letter::number);

  private final Tables tables;

  MemoryOutbox(Tables tables) {
    this.tables = tables;
  }

  long add(MessageId id, Message message, Instant at) {
    var number = Tables.nextKey(tables.outbox);
    put(
        new Letter(
            number, id, message, buyer(message), at, Fate.WAITING, at, false, false, 0, "", at));
    return number;
  }

  /** Leases a message that has just been written. */
  Due lease(long number, Duration lease, Instant now) {
    return lease(tables.outbox.get(number).orElseThrow(), lease, now);
  }

  List<Due> claim(int limit, Duration lease, Instant now) {
    var due = heads().filter(l -> !l.due().isAfter(now)).sorted(IN_TURN).limit(limit).toList();
    return due.stream().map(letter -> lease(letter, lease, now)).toList();
  }

  private Due lease(Letter letter, Duration lease, Instant now) {
    put(letter.leasedUntil(now.plus(lease), now));
    return new Due(
        letter.id(), letter.message(), letter.attempt() + 1, letter.since(), letter.hasBegun());
  }

  Optional<Instant> nextDue(Instant now) {
    return heads()
        .filter(l -> !l.leased() || !l.due().isAfter(now))
        .map(Letter::due)
        .min(Comparator.naturalOrder());
  }

  void settle(MessageId id, Instant now) {
    tables
        .outbox
        .rows()
        .filter(l -> l.id().equals(id) && (l.isUnsettled() || l.fate() == Fate.DEAD))
        .toList()
        .forEach(l -> put(l.becoming(Fate.SETTLED, l.due(), now)));
  }

  void settle(Due due, Instant now) {
    ifCurrent(due, l -> l.becoming(Fate.SETTLED, l.due(), now));
  }

  void postpone(Due due, Instant until, UnaryOperator<Letter> met, Instant now) {
    ifCurrent(due, l -> met.apply(l).becoming(Fate.WAITING, until, now));
  }

  void park(Due due, String because, Instant now) {
    ifCurrent(due, l -> l.because(because, false).becoming(Fate.PARKED, l.due(), now));
  }

  void bury(Due due, UnaryOperator<Letter> met, Instant now) {
    ifCurrent(due, l -> met.apply(l).becoming(Fate.DEAD, l.due(), now));
  }

  Optional<Letter> dead(MessageId id) {
    return dead().filter(l -> l.id().equals(id)).findFirst();
  }

  /** Those that were given up, oldest first. */
  Stream<Letter> dead() {
    return tables
        .outbox
        .rows()
        .filter(l -> l.fate() == Fate.DEAD)
        .sorted(Comparator.comparing(Letter::changed).thenComparing(l -> l.id().value()));
  }

  boolean revive(MessageId id, Instant now) {
    var letter = dead(id);
    letter.ifPresent(l -> put(l.revived(now)));
    return letter.isPresent();
  }

  /** Not that a buyer perhaps saw goods which were never confirmed. */
  int prune(Instant before, int limit) {
    var past =
        tables
            .outbox
            .rows()
            .filter(l -> l.fate() == Fate.SETTLED || l.fate() == Fate.WITHDRAWN)
            .filter(l -> l.changed().isBefore(before))
            .filter(l -> !(l.message() instanceof Message.HandOver && l.uncertain()))
            .sorted(Comparator.comparing(Letter::changed))
            .limit(limit)
            .toList();
    past.forEach(l -> tables.outbox.remove(l.number()));
    return past.size();
  }

  int release(BuyerId buyer, Instant now) {
    var parked =
        unsettled().filter(l -> l.fate() == Fate.PARKED && l.buyer().equals(buyer)).toList();
    parked.forEach(l -> put(l.becoming(Fate.WAITING, now, now)));
    return parked.size();
  }

  void clearLeases(Instant now) {
    unsettled()
        .filter(Letter::leased)
        .toList()
        .forEach(l -> put(l.because(l.because(), true).becoming(l.fate(), now, now)));
  }

  Facts.Handover handover(OrderId order) {
    if (handOvers(order).anyMatch(Letter::hasBegun)) {
      return Facts.Handover.BEGUN;
    }
    return handOvers(order).anyMatch(Letter::isUnsettled)
        ? Facts.Handover.WAITING
        : Facts.Handover.NONE;
  }

  void withdraw(OrderId order, Instant now) {
    handOvers(order)
        .filter(l -> l.fate() == Fate.DEAD || (l.isUnsettled() && !l.leased()))
        .toList()
        .forEach(l -> put(l.becoming(Fate.WITHDRAWN, l.due(), now)));
  }

  long waiting() {
    return unsettled().count();
  }

  private Stream<Letter> handOvers(OrderId order) {
    return tables
        .outbox
        .rows()
        .filter(l -> l.isOf(order) && l.message() instanceof Message.HandOver);
  }

  private Stream<Letter> unsettled() {
    return tables.outbox.rows().filter(Letter::isUnsettled);
  }

  /** Those that wait behind no other of their order. */
  private Stream<Letter> heads() {
    return unsettled().filter(l -> l.fate() == Fate.WAITING && !isBehindAnother(l));
  }

  private boolean isBehindAnother(Letter letter) {
    return letter
        .message()
        .order()
        .filter(
            order ->
                unsettled()
                    .filter(l -> !(l.message() instanceof Message.SendInvoice))
                    .anyMatch(l -> l.isOf(order) && l.number() < letter.number()))
        .isPresent();
  }

  boolean holds(Due due) {
    return unsettled()
        .anyMatch(l -> l.id().equals(due.id()) && l.leased() && l.attempt() == due.attempt());
  }

  private void ifCurrent(Due due, UnaryOperator<Letter> change) {
    unsettled()
        .filter(l -> l.id().equals(due.id()) && l.leased() && l.attempt() == due.attempt())
        .toList()
        .forEach(l -> put(change.apply(l)));
  }

  private void put(Letter letter) {
    tables.outbox.put(letter.number(), letter);
  }

  private static BuyerId buyer(Message message) {
    return switch (message) {
      case Message.SendInvoice m -> m.buyer();
      case Message.HandOver m -> m.buyer();
      case Message.Revoke m -> m.buyer();
      case Message.Refund m -> m.buyer();
      case Message.TellHeld m -> m.buyer();
    };
  }
}
