package dev.startill.port;

import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a commit writes down for people: the lines of its history, and what its cases are about. All
 * stores write by it, so that they tell the same story. Immutable.
 *
 * @param lines one for each home that the event touched
 * @param subject what a case that opens or closes is about; none if the event touched nothing
 */
public record Chronicle(List<Line> lines, Optional<Subject> subject) {
  public Chronicle {
    lines = List.copyOf(lines);
  }

  /**
   * A line of history.
   *
   * @param subject the id of the order, the charge or the link that it belongs to
   * @param state its word afterwards
   */
  public record Line(String subject, String state) {}

  /**
   * What a case is about.
   *
   * @param id the id of the order or of the charge: of each reason, one case is open for it
   * @param order the order, if there is one
   * @param charge the charge, if there is one
   * @param buyer whose, if known
   */
  public record Subject(
      String id, Optional<OrderId> order, Optional<ChargeId> charge, Optional<BuyerId> buyer) {}

  /**
   * Of one commit.
   *
   * @param event what happened
   * @param transition what was decided
   * @param home what it was decided against, as far as the unit of work locked it
   */
  public static Chronicle of(PaymentEvent event, Transition transition, Optional<Home> home) {
    var touched = new ArrayList<>(transition.after());
    home.filter(h -> h instanceof Order || h instanceof StrayCharge)
        .filter(h -> touched.stream().noneMatch(t -> sameKind(t, h)))
        .ifPresent(touched::add);
    var lines = touched.stream().flatMap(h -> line(h).stream()).toList();
    var stray = touched.stream().filter(StrayCharge.class::isInstance).findFirst();
    var order = touched.stream().filter(Order.class::isInstance).findFirst();
    var subject = stray.or(() -> order).flatMap(Chronicle::subject);
    return new Chronicle(lines, subject.or(() -> chargeOf(event)));
  }

  /** A charge that found no home can still be what a case is about. */
  private static Optional<Subject> chargeOf(PaymentEvent event) {
    return event instanceof PaymentEvent.OfCharge of
        ? Optional.of(
            new Subject(
                of.charge().value(), Optional.empty(), Optional.of(of.charge()), Optional.empty()))
        : Optional.empty();
  }

  /** The order that an event names, if it names one. */
  public static Optional<OrderId> orderOf(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.Wish e -> Optional.empty();
      case PaymentEvent.LinkRequested e -> Optional.empty();
      case PaymentEvent.LinkClosed e -> Optional.empty();
      case PaymentEvent.CheckoutArrived e -> orderOf(e.payload());
      case PaymentEvent.CheckoutUnanswered e -> Optional.of(e.order());
      case PaymentEvent.ChargeReceived e -> orderOf(e.payload());
      case PaymentEvent.HoldLapsed e -> Optional.of(e.order());
      case PaymentEvent.ValidityEnded e -> Optional.of(e.order());
      case PaymentEvent.InvoiceSent e -> Optional.of(e.order());
      case PaymentEvent.GoodsHandedOver e -> Optional.of(e.order());
      case PaymentEvent.FulfilmentFailed e -> Optional.of(e.order());
      case PaymentEvent.BuyerUnreachable e -> Optional.of(e.order());
      case PaymentEvent.GoodsRevoked e -> Optional.of(e.order());
      case PaymentEvent.RevocationFailed e -> Optional.of(e.order());
      case PaymentEvent.HandOverAsked e -> Optional.of(e.order());
      case PaymentEvent.OfCharge e -> Optional.empty();
    };
  }

  /** The word that people read of a home. */
  public static String word(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> "";
      case Link link -> link.closed() ? "CLOSED" : "OPEN";
      case Order order -> order.word().name();
      case StrayCharge stray ->
          stray.charge().standing().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    };
  }

  private static boolean sameKind(Home one, Home other) {
    return one instanceof Order == other instanceof Order
        && one instanceof StrayCharge == other instanceof StrayCharge;
  }

  private static Optional<Line> line(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> Optional.empty();
      case Link link -> Optional.of(new Line(link.id().value(), word(link)));
      case Order order -> Optional.of(new Line(order.id().value(), word(order)));
      case StrayCharge stray -> Optional.of(new Line(stray.charge().id().value(), word(stray)));
    };
  }

  private static Optional<Subject> subject(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> Optional.empty();
      case Link link -> Optional.empty();
      case Order.Paid paid ->
          Optional.of(
              new Subject(
                  paid.id().value(),
                  Optional.of(paid.id()),
                  Optional.of(paid.charge().id()),
                  Optional.of(paid.charge().buyer())));
      case Order order ->
          Optional.of(
              new Subject(
                  order.id().value(),
                  Optional.of(order.id()),
                  Optional.empty(),
                  order instanceof Order.Approved a ? Optional.of(a.buyer()) : Optional.empty()));
      case StrayCharge stray ->
          Optional.of(
              new Subject(
                  stray.charge().id().value(),
                  orderOf(stray),
                  Optional.of(stray.charge().id()),
                  Optional.of(stray.charge().buyer())));
    };
  }

  /** An ownerless charge names an order that nobody has: there is nothing to show for it. */
  private static Optional<OrderId> orderOf(StrayCharge stray) {
    return stray.why() == StrayCharge.Why.OWNERLESS ? Optional.empty() : orderOf(stray.payload());
  }

  private static Optional<OrderId> orderOf(Payload payload) {
    return payload instanceof Payload.OfOrder of ? Optional.of(of.order()) : Optional.empty();
  }
}
