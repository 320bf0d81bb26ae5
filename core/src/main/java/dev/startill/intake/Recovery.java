package dev.startill.intake;

import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.ChargeMissing;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.RefundNotSeen;
import dev.startill.payment.PaymentEvent.RefundSeen;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Notice;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.time.Duration;
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
  private final Audience audience;

  Recovery(
      Store store,
      Deliberation deliberation,
      InstantSource clock,
      Consumer<Decided> told,
      Audience audience) {
    this.store = store;
    this.deliberation = deliberation;
    this.clock = clock;
    this.told = told;
    this.audience = audience;
  }

  /** Tells that a case was opened which is about no order and no charge. */
  public void opened(CaseReason reason, String detail) {
    audience.hear(new Notice.CaseOpened(reason, Optional.empty(), Optional.empty(), detail));
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
              page.meanings().forEach(meaning -> take(meaning, decisions, work));
              work.keep(page.from(), page.lines(), page.next());
              return Optional.of(List.copyOf(decisions));
            });
    decided.orElse(List.of()).forEach(told);
    return decided;
  }

  private void take(Meaning meaning, List<Decided> decisions, Work work) {
    meaning
        .event()
        .ifPresent(event -> decisions.add(deliberation.take(work, event, Optional.empty())));
    var foreign = new ArrayList<Posting>();
    for (var posting : meaning.postings()) {
      ours(posting, work).ifPresentOrElse(decisions::add, () -> foreign.add(posting));
    }
    work.book(foreign, clock.instant());
  }

  /**
   * A line may lack the payload, or be of a form that nobody expects: a charge of ours is known by
   * its id all the same.
   */
  private Optional<Decided> ours(Posting posting, Work work) {
    return Source.read(posting.source())
        .filter(Source::isOfCharge)
        .flatMap(source -> known(source, work))
        .map(known -> event(known, posting.to().isInside()))
        .map(event -> deliberation.take(work, event, Optional.empty()));
  }

  private PaymentEvent event(Known known, boolean came) {
    return came
        ? new ChargeReceived(known.charge(), known.payload(), Via.STATEMENT, clock.instant())
        : new RefundSeen(known.charge(), known.payload(), Via.STATEMENT, clock.instant());
  }

  private static Optional<Known> known(Source source, Work work) {
    return Optional.of(source.id())
        .filter(id -> !id.isBlank() && id.length() <= ChargeId.MAX_LENGTH)
        .flatMap(id -> work.lock(new ChargeId(id)))
        .flatMap(Recovery::known);
  }

  private static Optional<Known> known(Home home) {
    return switch (home) {
      case Order.Paid paid -> Optional.of(new Known(paid.charge(), new Payload.OfOrder(paid.id())));
      case StrayCharge stray -> Optional.of(new Known(stray.charge(), stray.payload()));
      case Order order -> Optional.empty();
      case Link link -> Optional.empty();
      case Home.Nothing nothing -> Optional.empty();
    };
  }

  /**
   * Takes in what the statement, as far as it was read to its end, does not show: at most so many
   * charges that it lacks, and refunds that were not made.
   *
   * @param lag how far it may be behind
   */
  public List<Decided> miss(Duration lag, int limit) {
    var decided =
        store.inTransaction(
            Lane.ROUTINE,
            work ->
                work.cursor()
                    .readTo()
                    .map(read -> missed(work, read.minus(lag), limit))
                    .orElse(List.of()));
    decided.forEach(told);
    return decided;
  }

  private List<Decided> missed(Work work, Instant before, int limit) {
    var decisions = new ArrayList<Decided>();
    for (var charge : work.unstated(before, limit)) {
      decisions.add(
          deliberation.take(work, new ChargeMissing(charge, clock.instant()), Optional.empty()));
    }
    for (var charge : work.unknownRefunds(before, limit)) {
      notSeen(charge, work).ifPresent(decisions::add);
    }
    return decisions;
  }

  private Optional<Decided> notSeen(ChargeId charge, Work work) {
    return work.lock(charge)
        .flatMap(Home::chargeOf)
        .flatMap(known -> known.standing().underWay())
        .map(refund -> new RefundNotSeen(charge, refund, clock.instant()))
        .map(event -> deliberation.take(work, event, Optional.empty()));
  }

  /** A charge of ours and the payload that it came with. */
  private record Known(Charge charge, Payload payload) {}
}
