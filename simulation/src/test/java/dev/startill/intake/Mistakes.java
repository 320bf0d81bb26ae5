package dev.startill.intake;

import dev.startill.money.Stars;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Home;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.ChargeReceived;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.Store.Work;
import dev.startill.port.StoreException;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Wrong ways through the door. */
final class Mistakes {
  private static final OrderId NOBODYS = new OrderId("ord_00000000000000000000000000");

  private static final Map<String, ChargeId> PAID = new HashMap<>();

  private Mistakes() {}

  static Object nobodyWaitsForTheCommit(
      Store store, Lane lane, Function<Work, Object> unit, MethodHandle shipped) {
    store.behind(unit, done -> {});
    return new Decided(
        Home.NOTHING, new PaymentEvent.ValidityEnded(NOBODYS, Instant.EPOCH), Transition.quiet());
  }

  static Object thanksAreSaidBeforeTheCommit(
      Store store, Lane lane, Function<Work, Object> unit, MethodHandle shipped) throws Throwable {
    Function<Work, Object> thankful =
        work -> {
          var decided = (Decided) unit.apply(work);
          for (var message : decided.transition().messages()) {
            if (message instanceof Message.HandOver goods) {
              dev.startill.Mistakes.say(goods.buyer(), "Thank you for order " + goods.of());
            }
          }
          return decided;
        };
    return (Object) shipped.invoke(store, lane, thankful);
  }

  static Decided aPayloadIsPaidOnce(
      Deliberation deliberation,
      Work work,
      PaymentEvent event,
      Optional<MessageId> settles,
      Duration lease,
      MethodHandle shipped)
      throws Throwable {
    if (event instanceof ChargeReceived paid) {
      var charge = paid.charge().id();
      if (!PAID.computeIfAbsent(paid.payload().text(), payload -> charge).equals(charge)) {
        return new Decided(Home.NOTHING, event, Transition.quiet());
      }
    }
    return (Decided) shipped.invoke(deliberation, work, event, settles, lease);
  }

  static boolean nobodyAsksWhetherItIsKnown(Work work, ChargeId charge, MethodHandle shipped) {
    return false;
  }

  static Object yesIsSaidBeforeTheCommit(
      Store store, Lane lane, Function<Work, Object> unit, MethodHandle shipped) throws Throwable {
    var decided = new Object[1];
    Function<Work, Object> tried =
        work -> {
          decided[0] = unit.apply(work);
          throw new StoreException("It is written down later.");
        };
    try {
      return (Object) shipped.invoke(store, lane, tried);
    } catch (StoreException e) {
      if (decided[0] == null) {
        throw e;
      }
    }
    store.behind(unit, done -> {});
    return decided[0];
  }

  static Answer whatIsNotRecordedIsApproved(
      CheckoutId checkout, Answer.Reason reason, MethodHandle shipped) throws Throwable {
    return reason == Answer.Reason.NOT_RECORDED
        ? new Answer.Approve(checkout, NOBODYS, false)
        : (Answer) shipped.invoke(checkout, reason);
  }

  @SuppressWarnings("unchecked")
  static Optional<Payload> everyPayloadIsOurs(String payload, MethodHandle shipped)
      throws Throwable {
    var read = (Optional<Payload>) shipped.invoke(payload);
    return read.isPresent() ? read : Optional.of(new Payload.OfOrder(NOBODYS));
  }

  @SuppressWarnings("unchecked")
  static Optional<Home> anyRefundIsTheOrders(Work work, ChargeId charge, MethodHandle shipped)
      throws Throwable {
    var home = (Optional<Home>) shipped.invoke(work, charge);
    return home.orElse(Home.NOTHING) instanceof StrayCharge stray
            && stray.payload() instanceof Payload.OfOrder of
            && work.lock(of.order()).orElse(null) instanceof Order.Paid paid
        ? Optional.of(paid)
        : home;
  }

  static boolean theStatementIsTakenForRead(Cursor cursor, MethodHandle shipped) {
    return true;
  }

  @SuppressWarnings("unchecked")
  static List<Order> holdsEndByTheClock(
      Work work, Instant holds, Instant validities, int limit, MethodHandle shipped)
      throws Throwable {
    return (List<Order>) shipped.invoke(work, validities, validities, limit);
  }

  static Decided nothingFollowsWhatIsGivenUp(
      Deliberation deliberation,
      Work work,
      PaymentEvent event,
      Optional<MessageId> settles,
      MethodHandle shipped) {
    return new Decided(Home.NOTHING, event, Transition.quiet());
  }

  static Received whoComesBackIsNotHeard(
      Intake intake, dev.startill.party.BuyerId buyer, MethodHandle shipped) {
    return Received.FOREIGN;
  }

  static List<ChargeId> lostRefundsAreNotLookedUp(
      Work work, Instant before, int limit, MethodHandle shipped) {
    return List.of();
  }

  static Optional<Stars> starsAreReadLikeCents(long amount, String currency, MethodHandle shipped) {
    return amount < 1 ? Optional.empty() : Optional.of(new Stars(Math.max(1, amount / 100)));
  }

  static void onlyInvoicesAreKept(
      Work work, long from, List<StatementLine> lines, Cursor next, MethodHandle shipped)
      throws Throwable {
    var invoices =
        lines.stream().filter(l -> l.purpose() == StatementLine.Purpose.INVOICE).toList();
    shipped.invoke(work, from, invoices, next);
  }
}
