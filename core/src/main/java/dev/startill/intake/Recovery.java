package dev.startill.intake;

import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent.ChargeMissing;
import dev.startill.payment.PaymentEvent.RefundNotSeen;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What Telegram's statement tells, through the door that updates take: the same events, decided and
 * committed in the same way. Threads share it. Made by {@link Intake#recovery()}.
 */
public final class Recovery {
  private final Store store;
  private final Deliberation deliberation;
  private final InstantSource clock;
  private final Consumer<Decided> told;

  Recovery(Store store, Deliberation deliberation, InstantSource clock, Consumer<Decided> told) {
    this.store = store;
    this.deliberation = deliberation;
    this.clock = clock;
    this.told = told;
  }

  /**
   * Takes in a part of the statement, in one unit of work.
   *
   * @return what followed from its events; empty if somebody else has read on meanwhile
   * @throws StoreException if it was not recorded
   */
  public Optional<List<Decided>> read(Page page) {
    var decided =
        store.inTransaction(
            Lane.ROUTINE,
            work -> {
              if (!work.cursor().equals(page.read())) {
                return Optional.<List<Decided>>empty();
              }
              var decisions = new ArrayList<Decided>();
              for (var event : page.events()) {
                decisions.add(deliberation.take(work, event, Optional.empty()));
              }
              work.book(page.postings(), clock.instant());
              work.keep(page.from(), page.lines(), page.next());
              return Optional.of(List.copyOf(decisions));
            });
    decided.orElse(List.of()).forEach(told);
    return decided;
  }

  /**
   * Takes in what the statement, read to its end, does not show: at most so many charges that it
   * lacks, and refunds that were not made.
   *
   * @param before what is older than this it would show
   */
  public List<Decided> miss(Instant before, int limit) {
    var decided =
        store.inTransaction(
            Lane.ROUTINE,
            work -> {
              var decisions = new ArrayList<Decided>();
              for (var charge : work.unstated(before, limit)) {
                decisions.add(
                    deliberation.take(
                        work, new ChargeMissing(charge, clock.instant()), Optional.empty()));
              }
              for (var charge : work.unknownRefunds(before, limit)) {
                notSeen(charge, work).ifPresent(decisions::add);
              }
              return decisions;
            });
    decided.forEach(told);
    return decided;
  }

  private Optional<Decided> notSeen(ChargeId charge, Work work) {
    return work.lock(charge)
        .flatMap(home -> home instanceof Order.Paid paid ? Optional.of(paid.charge()) : stray(home))
        .filter(known -> known.standing() instanceof Standing.Unknown)
        .map(
            known ->
                deliberation.take(
                    work,
                    new RefundNotSeen(
                        charge, ((Standing.Unknown) known.standing()).refund(), clock.instant()),
                    Optional.empty()));
  }

  private static Optional<Charge> stray(Home home) {
    return home instanceof StrayCharge stray ? Optional.of(stray.charge()) : Optional.empty();
  }
}
