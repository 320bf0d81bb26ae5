package dev.startill.testkit;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Owner;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Goods;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.payment.Transition.Shelving;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Orders, links, charges and transitions as sentences: {@code
 * anOrder().of("Coffee").costing(50).forBuyer(7).paid()}. Ids are counted up through a whole run,
 * so that two fixtures never collide.
 */
public final class Fixtures {
  /** When fixtures happen, unless they say otherwise. */
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** Whose they are, unless they say otherwise. */
  public static final BuyerId ANNA = new BuyerId(1001);

  /** Somebody else. */
  public static final BuyerId BORIS = new BuyerId(1002);

  private static final CountingIds IDS = new CountingIds();

  private Fixtures() {}

  /** Begins an order: a Coffee for 50 Stars, for Anna alone, valid for a day. */
  public static OrderFixture anOrder() {
    return new OrderFixture();
  }

  /** Begins a charge: 50 Stars of Anna's. */
  public static ChargeFixture aCharge() {
    return new ChargeFixture();
  }

  /** An open link with the terms of such an order. */
  public static Link aLinkTo(OrderFixture offer) {
    return new Link(IDS.link(), offer.forAnyone().terms(), false);
  }

  /** Begins a line of the statement: of an invoice of Anna's. */
  public static LineFixture aLine() {
    return new LineFixture();
  }

  /** Begins a transition to these homes. */
  public static TransitionFixture to(Home... after) {
    return new TransitionFixture(List.of(after));
  }

  /** The posting of a sale: from the buyers' side to Sales. */
  public static Posting theSaleOf(Order.Paid order) {
    var charge = order.charge();
    return new Posting(
        Account.BUYER, Account.SALES, charge.amount().toNanos(), "charge:" + charge.id());
  }

  /** A new id. */
  public static OrderId anOrderId() {
    return IDS.order();
  }

  /** Ids that no fixture has. */
  public static CountingIds ids() {
    return IDS;
  }

  /** An order in the making. Not for several threads. */
  public static final class OrderFixture {
    private final ChargeFixture charge = aCharge();
    private OrderId id = IDS.order();
    private String product = "Coffee";
    private String description = "A cup of it.";
    private long price = 50;
    private Delivery delivery = new Delivery.Text("Enjoy {order}!");
    private Optional<Duration> lasting = Optional.empty();
    private Owner owner = new Owner.Only(ANNA);
    private BuyerId buyer = ANNA;
    private Optional<LinkId> link = Optional.empty();
    private Instant validUntil = NOON.plus(Duration.ofDays(1));
    private Instant heldUntil = NOON.plus(Duration.ofMinutes(15));

    private OrderFixture() {}

    /** Of this product: its title, and without blanks its id. */
    public OrderFixture of(String title) {
      product = title;
      return this;
    }

    /** With these words on the invoice. */
    public OrderFixture saying(String words) {
      description = words;
      return this;
    }

    /** For this many Stars. */
    public OrderFixture costing(long stars) {
      price = stars;
      return this;
    }

    /** Delivered in this way. */
    public OrderFixture delivering(Delivery way) {
      delivery = way;
      return this;
    }

    /** Its buyer's for so long. */
    public OrderFixture lasting(Duration time) {
      lasting = Optional.of(time);
      return this;
    }

    /** For this buyer alone. */
    public OrderFixture forBuyer(BuyerId whom) {
      owner = new Owner.Only(whom);
      buyer = whom;
      return this;
    }

    /** For this buyer alone. */
    public OrderFixture forBuyer(long whom) {
      return forBuyer(new BuyerId(whom));
    }

    /** For whoever holds the invoice link. */
    public OrderFixture forAnyone() {
      owner = new Owner.Anyone();
      return this;
    }

    /** Born on this link, with its terms. */
    public OrderFixture on(Link born) {
      link = Optional.of(born.id());
      product = born.terms().title();
      description = born.terms().description();
      price = born.terms().price().count();
      delivery = born.terms().delivery();
      lasting = born.terms().lasting();
      return this;
    }

    /** Checked out until then. */
    public OrderFixture validUntil(Instant end) {
      validUntil = end;
      return this;
    }

    /** Once approved, held until then. */
    public OrderFixture heldUntil(Instant end) {
      heldUntil = end;
      return this;
    }

    /** With this id. */
    public OrderFixture withId(OrderId its) {
      id = its;
      return this;
    }

    /** What it promises. */
    public Terms terms() {
      return new Terms(
          new ProductId(product.replaceAll("[^A-Za-z0-9_.-]", "")),
          product,
          description,
          new Stars(price),
          delivery,
          lasting,
          owner,
          validUntil);
    }

    /** As it is before anybody pays. */
    public Order.Open open() {
      return new Order.Open(id, terms(), link);
    }

    /** As it is once its buyer is about to pay. */
    public Order.Approved approved() {
      return new Order.Approved(
          id, terms(), link, buyer, new CheckoutId("checkout-" + id), heldUntil);
    }

    /** As it is after its validity. */
    public Order.Expired expired() {
      return new Order.Expired(id, terms(), link);
    }

    /** As it is once its Stars are here, its goods not yet sent; always by one charge. */
    public Order.Paid paid() {
      return new Order.Paid(id, terms(), link, charge.by(buyer).costing(price).kept(), Goods.OWED);
    }

    /** As it is once its Stars are here and its goods are with the buyer. */
    public Order.Paid fulfilled() {
      return paid().goods(Goods.HANDED_OVER);
    }
  }

  /** A charge in the making. Not for several threads. */
  public static final class ChargeFixture {
    private ChargeId id = new ChargeId(IDS.next("charge"));
    private BuyerId buyer = ANNA;
    private long amount = 50;

    private ChargeFixture() {}

    /** With this id. */
    public ChargeFixture withId(ChargeId its) {
      id = its;
      return this;
    }

    /** Of this buyer. */
    public ChargeFixture by(BuyerId whom) {
      buyer = whom;
      return this;
    }

    /** Of this many Stars. */
    public ChargeFixture costing(long stars) {
      amount = stars;
      return this;
    }

    /** As it is when it arrives. */
    public Charge kept() {
      return Charge.kept(id, buyer, new Stars(amount), NOON);
    }

    /** As a stray one: a second charge of an order, say. */
    public StrayCharge strayFrom(OrderId order, StrayCharge.Why why) {
      return new StrayCharge(kept(), why, new Payload.OfOrder(order));
    }
  }

  /** A transition in the making. Not for several threads. */
  public static final class TransitionFixture {
    private final List<Home> after;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Set<CaseReason> opened = EnumSet.noneOf(CaseReason.class);
    private final Set<CaseReason> closed = EnumSet.noneOf(CaseReason.class);
    private Shelving shelving = Shelving.NONE;
    private boolean withdraw;
    private String detail = "";

    private TransitionFixture(List<Home> after) {
      this.after = after;
    }

    /** Moving Stars. */
    public TransitionFixture posting(Posting posting) {
      postings.add(posting);
      return this;
    }

    /** Moving stock. */
    public TransitionFixture shelving(Shelving move) {
      shelving = move;
      return this;
    }

    /** Sending this. */
    public TransitionFixture sending(Message message) {
      messages.add(message);
      return this;
    }

    /** Taking the hand-over out of the outbox. */
    public TransitionFixture withdrawing() {
      withdraw = true;
      return this;
    }

    /** With a case. */
    public TransitionFixture opening(CaseReason reason) {
      opened.add(reason);
      return this;
    }

    /** Without that case any more. */
    public TransitionFixture closing(CaseReason reason) {
      closed.add(reason);
      return this;
    }

    /** With this in the history. */
    public TransitionFixture saying(String words) {
      detail = words;
      return this;
    }

    /** As it is. */
    public Transition done() {
      return new Transition(
          after, postings, shelving, withdraw, messages, opened, closed, detail, Optional.empty());
    }
  }
}
