package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Invoice links, payments in progress, what was charged, and refunds. */
public final class Payments {
  private final World world;
  private final Charges charges = new Charges();
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<Long, Checkout> checkouts = new LinkedHashMap<>();
  private final PriorityQueue<Checkout> deadlines =
      new PriorityQueue<>(
          Comparator.comparing(Checkout::deadline).thenComparingLong(Checkout::payment));
  private long lastPayment;

  Payments(World world) {
    this.world = world;
  }

  /** A link that anyone may pay, any number of times. */
  public Link link(long bot, Invoice invoice) {
    var link = new Link(world.ids().slug(), bot, invoice);
    links.put(link.slug(), link);
    return link;
  }

  /** The link of an address, if it is one of ours. */
  public Optional<Link> find(String address) {
    return Optional.ofNullable(links.get(Link.slugOf(address)));
  }

  /**
   * A user confirms an invoice: the bot is asked and has ten seconds.
   *
   * @return the payment's number; its end is a {@link Happening.PaymentMoved}, which may come
   *     before this returns
   */
  public long pay(long user, long bot, Invoice invoice) {
    long payment = ++lastPayment;
    world.tell(new Happening.PaymentMoved(payment, user, bot, new Outcome.Pending()));
    boolean poor = world.people().stars(user) < invoice.amount();
    if (poor && world.knobs().balanceCheck() == Knobs.BalanceCheck.BEFORE_PRE_CHECKOUT) {
      end(payment, user, bot, tooLow());
      return payment;
    }
    var deadline = world.now().plus(world.knobs().checkoutDeadline());
    var checkout = new Checkout(world.ids().query(), payment, bot, user, invoice, deadline);
    checkouts.put(checkout.id(), checkout);
    deadlines.add(checkout);
    world.mail().put(bot, new Update.Asked(checkout), world.knobs().queryRetention());
    return payment;
  }

  /**
   * The bot says yes: the Stars move, if the buyer still has them.
   *
   * @throws Refusal when the query is unknown, answered or too old
   */
  public void approve(long bot, long checkoutId) {
    var checkout = take(bot, checkoutId);
    if (world.people().stars(checkout.user()) < checkout.invoice().amount()) {
      end(checkout.payment(), checkout.user(), bot, tooLow());
      return;
    }
    var charge = charge(checkout);
    end(checkout.payment(), checkout.user(), bot, new Outcome.Paid(charge.id()));
  }

  /**
   * The bot says no, with words for the buyer.
   *
   * @throws Refusal as {@link #approve} does
   */
  public void decline(long bot, long checkoutId, String words) {
    var checkout = take(bot, checkoutId);
    var outcome = new Outcome.Failed("BOT_PRECHECKOUT_FAILED", words);
    end(checkout.payment(), checkout.user(), bot, outcome);
  }

  /**
   * The whole charge goes back to its payer.
   *
   * @throws Refusal CHARGE_NOT_FOUND unless both identifiers belong to one payment of this bot;
   *     CHARGE_ALREADY_REFUNDED
   */
  public void refund(long bot, long user, String chargeId) {
    var charge =
        charges
            .find(chargeId)
            .filter(known -> known.bot() == bot && known.user() == user)
            .orElseThrow(() -> Refusal.badRequest("CHARGE_NOT_FOUND"));
    charges.requireKept(charge);
    var amount = Amount.of(charge.invoice().amount());
    if (!world.knobs().refundsMayOverdraw() && !world.books().covers(bot, amount)) {
      throw Refusal.badRequest("BALANCE_TOO_LOW");
    }
    charges.giveBack(charge, Charges.Return.REFUND);
    world.books().spend(bot, charge.id(), amount, partner(user, charge));
    world.books().earn(user, charge.id(), amount, partner(bot, charge));
    var chat = new Chat.Private(bot, user);
    var message = world.chats().post(chat, bot, new Content.Refunded(charge), "", Marks.NONE);
    world.mail().put(bot, new Update.Arrived(message), world.knobs().messageRetention());
  }

  Optional<Instant> nextDeadline() {
    return Optional.ofNullable(deadlines.peek()).map(Checkout::deadline);
  }

  void passDeadlines(Instant until) {
    for (var next = deadlines.peek();
        next != null && !next.deadline().isAfter(until);
        next = deadlines.peek()) {
      deadlines.remove();
      world.arriveAt(next.deadline());
      if (checkouts.remove(next.id()) != null) {
        var outcome = new Outcome.Failed("BOT_PRECHECKOUT_TIMEOUT", "");
        end(next.payment(), next.user(), next.bot(), outcome);
      }
    }
  }

  private Checkout take(long bot, long checkoutId) {
    var checkout = checkouts.get(checkoutId);
    if (checkout == null || checkout.bot() != bot) {
      throw Refusal.staleQuery();
    }
    checkouts.remove(checkoutId);
    deadlines.remove(checkout);
    return checkout;
  }

  private Charge charge(Checkout checkout) {
    long user = checkout.user();
    var charge =
        new Charge(
            world.ids().charge(),
            user + "_" + charges.nextNumber(user),
            checkout.bot(),
            user,
            checkout.invoice(),
            world.date());
    charges.add(charge);
    var amount = Amount.of(charge.invoice().amount());
    world.books().spend(user, charge.id(), amount, partner(charge.bot(), charge));
    world.books().earn(charge.bot(), charge.id(), amount, partner(user, charge));
    var chat = new Chat.Private(checkout.bot(), user);
    var message = world.chats().post(chat, user, new Content.Paid(charge), "", Marks.NONE);
    world.mail().put(chat.bot(), new Update.Arrived(message), world.knobs().messageRetention());
    return charge;
  }

  private void end(long payment, long user, long bot, Outcome outcome) {
    world.tell(new Happening.PaymentMoved(payment, user, bot, outcome));
  }

  private static Partner partner(long other, Charge charge) {
    return new Partner.User(other, new Partner.Purpose.Invoice(charge.invoice().payload(), 0));
  }

  private static Outcome tooLow() {
    return new Outcome.Failed("BALANCE_TOO_LOW", "");
  }

  Charges charges() {
    return charges;
  }

  Map<String, Link> links() {
    return links;
  }

  Map<Long, Checkout> checkouts() {
    return checkouts;
  }

  long lastPayment() {
    return lastPayment;
  }

  void restore(Saved.Economy saved) {
    saved.links().forEach(link -> links.put(link.slug(), link));
    saved.checkouts().forEach(checkout -> checkouts.put(checkout.id(), checkout));
    deadlines.addAll(saved.checkouts());
    lastPayment = saved.lastPayment();
    charges.restore(saved);
  }
}
