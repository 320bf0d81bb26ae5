package dev.startill.payment;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Facts.Shelf;
import dev.startill.payment.PaymentEvent.Asked;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.settings.Refunds.Automatic;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of everything that a decision can meet, each under the name that the table gives it. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant HOLD_UNTIL = NOON.plus(Duration.ofMinutes(15));
  static final BuyerId ANN = new BuyerId(777);
  static final BuyerId BOB = new BuyerId(888);
  static final OrderId ORDER = new OrderId("ord_00000000000000000000000001");
  static final OrderId FRESH = new OrderId("ord_00000000000000000000000002");
  static final LinkId LINK = new LinkId("lnk_00000000000000000000000001");
  static final RefundId REFUND = new RefundId("re_00000000000000000000000001");
  static final RefundId OTHER_REFUND = new RefundId("re_00000000000000000000000002");
  static final ChargeId CHARGE = new ChargeId("stx1");
  static final ChargeId SECOND_CHARGE = new ChargeId("stx2");
  static final CheckoutId CHECKOUT = new CheckoutId("1");
  static final CheckoutId SECOND_CHECKOUT = new CheckoutId("2");
  static final Payload PAYLOAD = new Payload.OfOrder(ORDER);
  static final Terms TERMS =
      new Terms(
          new ProductId("guide"),
          "Guide",
          "A guide.",
          new Stars(50),
          new Delivery.Code(),
          new Owner.Only(ANN),
          NOON.plus(Duration.ofHours(24)));
  static final Terms LINK_TERMS =
      new Terms(
          TERMS.product(),
          TERMS.title(),
          TERMS.description(),
          TERMS.price(),
          TERMS.delivery(),
          new Owner.Anyone(),
          Terms.WITHOUT_END);

  /** Nothing goes back by itself. */
  static final Policy HOLDING = new Policy(OTHER_REFUND, Set.of(), Optional.empty(), false, false);

  /** All that may goes back by itself, and forged goods are taken back. */
  static final Policy RETURNING =
      new Policy(OTHER_REFUND, Set.of(Automatic.values()), Optional.empty(), true, false);

  private Samples() {}

  static Facts facts(Shelf shelf, Handover handover) {
    return facts(shelf, handover, HOLDING);
  }

  static Facts facts(Shelf shelf, Handover handover, Policy policy) {
    return facts(shelf, handover, policy, false);
  }

  static Facts facts(Shelf shelf, Handover handover, Policy policy, boolean foreign) {
    return new Facts(shelf, handover, true, FRESH, HOLD_UNTIL, policy, foreign);
  }

  static Order.Open open() {
    return new Order.Open(ORDER, TERMS, Optional.empty());
  }

  static Order.Approved approved() {
    return new Order.Approved(ORDER, TERMS, Optional.empty(), ANN, CHECKOUT, HOLD_UNTIL);
  }

  static Order.Approved approvedOnLink() {
    return new Order.Approved(
        ORDER, LINK_TERMS.ownedBy(ANN), Optional.of(LINK), ANN, CHECKOUT, HOLD_UNTIL);
  }

  static Order.Expired expired() {
    return new Order.Expired(ORDER, TERMS, Optional.empty());
  }

  static Charge charge(ChargeId id) {
    return Charge.kept(id, ANN, TERMS.price(), NOON);
  }

  static Order.Paid paid(Goods goods, Standing standing) {
    return new Order.Paid(ORDER, TERMS, Optional.empty(), charge(CHARGE).standing(standing), goods);
  }

  static StrayCharge stray(Standing standing) {
    return new StrayCharge(charge(CHARGE).standing(standing), StrayCharge.Why.SECOND, PAYLOAD);
  }

  static Map<String, Standing> standings() {
    var all = new LinkedHashMap<String, Standing>();
    all.put("kept", new Standing.Kept());
    all.put("returning", new Standing.Returning(REFUND));
    all.put("unknown", new Standing.Unknown(REFUND));
    all.put("returned", new Standing.Returned());
    all.put("taken back", new Standing.TakenBack());
    all.put("missing", new Standing.Missing());
    return all;
  }

  static Map<String, Home> homes() {
    var all = new LinkedHashMap<String, Home>();
    all.put("Nothing", Home.NOTHING);
    all.put("Link", new Link(LINK, LINK_TERMS, false));
    all.put("Link, closed", new Link(LINK, LINK_TERMS, true));
    all.put("Open", open());
    all.put("Approved", approved());
    all.put("Approved on a link", approvedOnLink());
    all.put("Expired", expired());
    for (var goods : Goods.values()) {
      standings()
          .forEach(
              (name, standing) ->
                  all.put("Paid, %s, %s".formatted(goods, name), paid(goods, standing)));
    }
    standings().forEach((name, standing) -> all.put("Stray, " + name, stray(standing)));
    all.put("Stray, accepted, kept", stray(new Standing.Kept()).accepted());
    return all;
  }

  static PaymentEvent.CheckoutArrived checkout(BuyerId payer, long amount, String currency) {
    return new PaymentEvent.CheckoutArrived(
        SECOND_CHECKOUT, payer, PAYLOAD, new Asked(amount, currency), NOON);
  }

  static PaymentEvent.ChargeReceived received(ChargeId id, BuyerId buyer, long stars) {
    return new PaymentEvent.ChargeReceived(
        Charge.kept(id, buyer, new Stars(stars), NOON), PAYLOAD, Via.UPDATE, NOON);
  }

  static Map<String, PaymentEvent> events() {
    var late = NOON.plus(Duration.ofHours(25));
    var all = new LinkedHashMap<String, PaymentEvent>();
    all.put("InvoiceRequested", new PaymentEvent.InvoiceRequested(ANN, TERMS, NOON));
    all.put(
        "InvoiceRequested, terms changed",
        new PaymentEvent.InvoiceRequested(ANN, TERMS.ownedBy(BOB), NOON));
    all.put("OrderRequested", new PaymentEvent.OrderRequested(TERMS, NOON));
    all.put(
        "OrderRequested, terms changed", new PaymentEvent.OrderRequested(TERMS.ownedBy(BOB), NOON));
    all.put("LinkRequested", new PaymentEvent.LinkRequested(LINK, LINK_TERMS, NOON));
    all.put("LinkClosed", new PaymentEvent.LinkClosed(LINK, NOON));
    all.put("CheckoutArrived", checkout(ANN, 50, "XTR"));
    all.put("CheckoutArrived, stranger", checkout(BOB, 50, "XTR"));
    all.put("CheckoutArrived, wrong amount", checkout(ANN, 49, "XTR"));
    all.put("CheckoutArrived, wrong currency", checkout(ANN, 50, "USD"));
    all.put("CheckoutUnanswered", new PaymentEvent.CheckoutUnanswered(ORDER, CHECKOUT, NOON));
    all.put(
        "CheckoutUnanswered, another",
        new PaymentEvent.CheckoutUnanswered(ORDER, SECOND_CHECKOUT, NOON));
    all.put("ChargeReceived", received(CHARGE, ANN, 50));
    all.put("ChargeReceived, another", received(SECOND_CHARGE, ANN, 50));
    all.put("ChargeReceived, stranger", received(SECOND_CHARGE, BOB, 50));
    all.put("ChargeReceived, wrong amount", received(SECOND_CHARGE, ANN, 49));
    all.put(
        "ChargeReceived, on the statement",
        new PaymentEvent.ChargeReceived(charge(CHARGE), PAYLOAD, Via.STATEMENT, NOON));
    all.put("HoldLapsed", new PaymentEvent.HoldLapsed(ORDER, HOLD_UNTIL));
    all.put("HoldLapsed, too early", new PaymentEvent.HoldLapsed(ORDER, NOON));
    all.put("HoldLapsed, after the validity", new PaymentEvent.HoldLapsed(ORDER, late));
    all.put("ValidityEnded", new PaymentEvent.ValidityEnded(ORDER, late));
    all.put("ValidityEnded, too early", new PaymentEvent.ValidityEnded(ORDER, NOON));
    all.put("InvoiceSent", new PaymentEvent.InvoiceSent(ORDER, NOON));
    all.put("GoodsHandedOver", new PaymentEvent.GoodsHandedOver(ORDER, NOON));
    all.put("FulfilmentFailed", new PaymentEvent.FulfilmentFailed(ORDER, "broken", false, NOON));
    all.put(
        "FulfilmentFailed, uncertain",
        new PaymentEvent.FulfilmentFailed(ORDER, "broken", true, NOON));
    all.put("HandOverAsked", new PaymentEvent.HandOverAsked(ORDER, "again", NOON));
    all.put("BuyerUnreachable", new PaymentEvent.BuyerUnreachable(ORDER, "blocked", NOON));
    all.put("GoodsRevoked", new PaymentEvent.GoodsRevoked(ORDER, NOON));
    all.put("RevocationFailed", new PaymentEvent.RevocationFailed(ORDER, "broken", NOON));
    all.put("RefundRequested", new PaymentEvent.RefundRequested(CHARGE, REFUND, "asked", NOON));
    all.put("RefundConfirmed", new PaymentEvent.RefundConfirmed(CHARGE, REFUND, NOON));
    all.put("RefundRefused", new PaymentEvent.RefundRefused(CHARGE, REFUND, "no", NOON));
    all.put(
        "RefundRefused, another", new PaymentEvent.RefundRefused(CHARGE, OTHER_REFUND, "no", NOON));
    all.put("RefundLost", new PaymentEvent.RefundLost(CHARGE, REFUND, "timeout", NOON));
    all.put("RefundNotSeen", new PaymentEvent.RefundNotSeen(CHARGE, REFUND, NOON));
    all.put("RefundNotSeen, another", new PaymentEvent.RefundNotSeen(CHARGE, OTHER_REFUND, NOON));
    all.put("RefundSeen", new PaymentEvent.RefundSeen(charge(CHARGE), PAYLOAD, Via.UPDATE, NOON));
    all.put("ChargeUnreadable", new PaymentEvent.ChargeUnreadable(CHARGE, "50 USD", NOON));
    all.put("ChargeMissing", new PaymentEvent.ChargeMissing(CHARGE, NOON));
    all.put("ChargeAccepted", new PaymentEvent.ChargeAccepted(CHARGE, "fine", NOON));
    all.put("ChargedBack", new PaymentEvent.ChargedBack(CHARGE, NOON));
    return all;
  }
}
