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

  void add(MessageId id, Message message, Instant at) {
    var number = tables.outbox.rows().count() + 1;
    put(new Letter(number, id, message, buyer(message), at, Fate.WAITING, at, false, false, 0));
  }

  List<Due> claim(int limit, Duration lease, Instant now) {
    var due = heads().filter(l -> !l.due().isAfter(now)).sorted(IN_TURN).limit(limit).toList();
    due.forEach(letter -> put(letter.leasedUntil(now.plus(lease))));
    return due.stream().map(l -> new Due(l.id(), l.message(), l.attempt() + 1, l.since())).toList();
  }

  Optional<Instant> nextDue(Instant now) {
    return heads()
        .filter(l -> !l.leased() || !l.due().isAfter(now))
        .map(Letter::due)
        .min(Comparator.naturalOrder());
  }

  void settle(MessageId id) {
    unsettled().filter(l -> l.id().equals(id)).toList().forEach(l -> put(l, Fate.SETTLED));
  }

  void settle(Due due) {
    ifCurrent(due, l -> l.becoming(Fate.SETTLED, l.due(), false));
  }

  void postpone(Due due, Instant until, boolean uncertain) {
    ifCurrent(due, l -> l.becoming(Fate.WAITING, until, uncertain));
  }

  void park(Due due) {
    ifCurrent(due, l -> l.becoming(Fate.PARKED, l.due(), false));
  }

  int release(BuyerId buyer, Instant now) {
    var parked =
        unsettled().filter(l -> l.fate() == Fate.PARKED && l.buyer().equals(buyer)).toList();
    parked.forEach(l -> put(l.becoming(Fate.WAITING, now, false)));
    return parked.size();
  }

  void clearLeases(Instant now) {
    unsettled().filter(Letter::leased).toList().forEach(l -> put(l.becoming(l.fate(), now, true)));
  }

  Facts.Handover handover(OrderId order) {
    return handOvers(order)
        .max(Comparator.comparingLong(Letter::number))
        .map(l -> l.hasBegun() ? Facts.Handover.BEGUN : Facts.Handover.WAITING)
        .orElse(Facts.Handover.NONE);
  }

  void withdraw(OrderId order) {
    handOvers(order)
        .filter(l -> l.fate() == Fate.PARKED || !l.hasBegun())
        .toList()
        .forEach(l -> put(l, Fate.WITHDRAWN));
  }

  long waiting() {
    return unsettled().count();
  }

  private Stream<Letter> handOvers(OrderId order) {
    return unsettled().filter(l -> l.isOf(order) && l.message() instanceof Message.HandOver);
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

  private void put(Letter letter, Fate fate) {
    put(letter.becoming(fate, letter.due(), false));
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
