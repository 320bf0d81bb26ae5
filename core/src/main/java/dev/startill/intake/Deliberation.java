package dev.startill.intake;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.catalog.Terms;
import dev.startill.party.BuyerId;
import dev.startill.payment.Facts;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.PaymentEvent.CheckoutArrived;
import dev.startill.payment.PaymentEvent.OfCharge;
import dev.startill.payment.PaymentLifecycle;
import dev.startill.payment.Policy;
import dev.startill.payment.RefundId;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.port.Due;
import dev.startill.port.Ids;
import dev.startill.port.Store.Work;
import dev.startill.settings.Refunds;
import dev.startill.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Inside one unit of work: finds the home of an event, reads the facts under the same lock, lets
 * {@link PaymentLifecycle} decide, and commits. May run twice for one event, so it touches nothing
 * but the unit. Threads share it.
 */
public final class Deliberation {
  private static final Duration FLOOD = Duration.ofHours(1);

  private final Ids ids;
  private final InstantSource clock;
  private final Settings settings;

  /** With ids for what is born. */
  public Deliberation(Ids ids, InstantSource clock, Settings settings) {
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  Decided take(Work work, PaymentEvent event, Optional<MessageId> settles) {
    return takeAndLend(work, event, settles, Duration.ZERO);
  }

  /** The same; a message that may leave at once is leased for so long. */
  Decided takeAndLend(Work work, PaymentEvent event, Optional<MessageId> settles, Duration lease) {
    var known = event instanceof ChargeReceived received && work.knows(received.charge().id());
    if (known && !isStatement(event)) {
      return new Decided(Home.NOTHING, event, Transition.quiet());
    }
    var foreign = known ? Foreign.NO : Foreign.of(event, work);
    if (foreign == Foreign.GONE) {
      return Foreign.leave(event, clock.instant(), work);
    }
    var home = known ? homeOfKnown(event, work) : homeOf(event, work);
    var transition = PaymentLifecycle.decide(home, event, factsFor(home, event, foreign, work));
    if (settles.isEmpty() && transition.isQuiet()) {
      return new Decided(home, event, transition);
    }
    var due = work.commit(event, transition, settles, lease);
    return new Decided(home, event, transition, due.map(d -> lent(d, work)));
  }

  private static Lent lent(Due due, Work work) {
    var order = due.message().order().flatMap(work::lock).orElseThrow();
    return new Lent(due, order, code(order, work));
  }

  private static Optional<String> code(Order order, Work work) {
    return order.terms().delivery() instanceof Delivery.Code
        ? work.codeOf(order.id())
        : Optional.empty();
  }

  private static boolean isStatement(PaymentEvent event) {
    return event instanceof ChargeReceived received && received.via() == PaymentEvent.Via.STATEMENT;
  }

  /** A charge that we know, told of by the statement: only to one that was missing it is news. */
  private static Home homeOfKnown(PaymentEvent event, Work work) {
    return event instanceof ChargeReceived received
        ? orNothing(work.lock(received.charge().id()))
        : Home.NOTHING;
  }

  private static Home homeOf(PaymentEvent event, Work work) {
    return switch (event) {
      case PaymentEvent.Wish e -> unpaid(e.terms(), work);
      case PaymentEvent.LinkRequested e -> orNothing(work.lock(e.link()));
      case PaymentEvent.LinkClosed e -> orNothing(work.lock(e.link()));
      case CheckoutArrived e -> homeOf(e.payload(), e.payer(), work);
      case ChargeReceived e -> homeOf(e.payload(), e.charge().buyer(), work);
      case PaymentEvent.CheckoutUnanswered e -> orNothing(work.lock(e.order()));
      case PaymentEvent.HoldLapsed e -> orNothing(work.lock(e.order()));
      case PaymentEvent.ValidityEnded e -> orNothing(work.lock(e.order()));
      case PaymentEvent.InvoiceSent e -> orNothing(work.lock(e.order()));
      case PaymentEvent.GoodsHandedOver e -> orNothing(work.lock(e.order()));
      case PaymentEvent.FulfilmentFailed e -> orNothing(work.lock(e.order()));
      case PaymentEvent.BuyerUnreachable e -> orNothing(work.lock(e.order()));
      case PaymentEvent.GoodsRevoked e -> orNothing(work.lock(e.order()));
      case PaymentEvent.RevocationFailed e -> orNothing(work.lock(e.order()));
      case PaymentEvent.HandOverAsked e -> orNothing(work.lock(e.order()));
      case OfCharge e -> orNothing(work.lock(e.charge()));
    };
  }

  /** What anyone may pay is nobody's own, and each time another. */
  private static Home unpaid(Terms terms, Work work) {
    return switch (terms.owner()) {
      case Owner.Only only -> orNothing(work.lockUnpaid(terms.product(), only.buyer()));
      case Owner.Anyone anyone -> Home.NOTHING;
    };
  }

  private static Home homeOf(Payload payload, BuyerId payer, Work work) {
    return switch (payload) {
      case Payload.OfOrder of -> orNothing(work.lock(of.order()));
      case Payload.OfLink of -> {
        var approved = work.lockApproved(of.link(), payer);
        yield approved.isPresent() ? approved.get() : orNothing(work.lock(of.link()));
      }
    };
  }

  private static Home orNothing(Optional<? extends Home> home) {
    return home.isPresent() ? home.get() : Home.NOTHING;
  }

  private Facts factsFor(Home home, PaymentEvent event, Foreign foreign, Work work) {
    var fresh = new OrderId(ids.next("ord"));
    return new Facts(
        shelfFor(home, fresh, work),
        handoverFor(home, event, work),
        onSale(home, event, work),
        fresh,
        clock.instant().plus(settings.hold()),
        policyFor(event, work),
        foreign == Foreign.HERE);
  }

  private static Facts.Shelf shelfFor(Home home, OrderId fresh, Work work) {
    return switch (home) {
      case Order order -> shelf(order.terms(), order.id(), work);
      case Link link -> shelf(link.terms(), fresh, work);
      case Home.Nothing nothing -> Facts.Shelf.UNCOUNTED;
      case StrayCharge stray -> Facts.Shelf.UNCOUNTED;
    };
  }

  private static Facts.Shelf shelf(Terms terms, OrderId order, Work work) {
    return terms.delivery() instanceof Delivery.Code
        ? work.shelf(terms.product(), order)
        : Facts.Shelf.UNCOUNTED;
  }

  private static Facts.Handover handoverFor(Home home, PaymentEvent event, Work work) {
    var matters =
        event instanceof OfCharge
            || event instanceof PaymentEvent.FulfilmentFailed
            || event instanceof PaymentEvent.GoodsRevoked
            || isStatement(event);
    return matters && home instanceof Order.Paid paid
        ? work.handover(paid.id())
        : Facts.Handover.NONE;
  }

  /** Only money that came, or goods that cannot go, may send Stars back by themselves. */
  private Policy policyFor(PaymentEvent event, Work work) {
    var refunds = settings.refunds();
    var importing = false;
    Set<Refunds.Automatic> automatic = Set.of();
    if (event instanceof ChargeReceived || event instanceof PaymentEvent.FulfilmentFailed) {
      importing = !work.cursor().isImported();
      automatic = importing || isFlooded(work) ? Set.of() : refunds.automatic();
    }
    return new Policy(
        new RefundId(ids.next("re")),
        automatic,
        refunds.window(),
        refunds.forged() == Refunds.Forged.REVOKE,
        importing && isStatement(event));
  }

  /** More charges without an order than a few an hour: then our own books are in doubt. */
  private boolean isFlooded(Work work) {
    return !settings.refunds().automatic().isEmpty()
        && work.ownerless(clock.instant().minus(FLOOD)) > settings.refunds().ownerlessAnHour();
  }

  /** A link that was closed sells no more, not even to whoever was about to pay. */
  private static boolean onSale(Home home, PaymentEvent event, Work work) {
    return !(event instanceof CheckoutArrived)
        || !(home instanceof Order order)
        || order.link().flatMap(work::lock).map(link -> !link.closed()).orElse(true);
  }
}
