package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Invoice links, and payments in progress: what a bot is asked before the Stars move. */
public final class Payments {
  private final World world;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<Long, Checkout> checkouts = new LinkedHashMap<>();
  private final TreeSet<Checkout> deadlines =
      new TreeSet<>(Comparator.comparing(Checkout::deadline).thenComparingLong(Checkout::payment));
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
   * A user confirms an invoice: the bot is asked and has ten seconds. For a deleted account it is
   * not asked.
   *
   * @return the payment's number; its end is a {@link Happening.PaymentMoved}, which may come
   *     before this returns
   */
  public long pay(long user, long bot, Invoice invoice) {
    long payment = ++lastPayment;
    world.tell(new Happening.PaymentMoved(payment, user, bot, new Outcome.Pending()));
    boolean early = world.knobs().balanceCheck() == Knobs.BalanceCheck.BEFORE_PRE_CHECKOUT;
    var checkout = checkout(payment, user, bot, invoice);
    if (world.people().isDeleted(user)) {
      end(checkout, deleted());
    } else if (early && !covered(checkout)) {
      end(checkout, tooLow());
    } else {
      ask(checkout);
    }
    return payment;
  }

  /**
   * The bot says yes: the Stars move, if the buyer is still there and has them.
   *
   * @throws Refusal when the query is unknown, answered or too old
   */
  public void approve(long bot, long checkoutId) {
    var checkout = take(bot, checkoutId);
    if (world.people().isDeleted(checkout.user())) {
      fail(checkout, deleted());
    } else if (checkout.subscription() != 0) {
      end(checkout, world.subscriptions().approved(checkout.subscription()));
    } else {
      end(checkout, charge(checkout));
    }
  }

  /**
   * The bot says no, with words for the buyer.
   *
   * @throws Refusal as {@link #approve} does
   */
  public void decline(long bot, long checkoutId, String words) {
    fail(take(bot, checkoutId), new Outcome.Failed("BOT_PRECHECKOUT_FAILED", words));
  }

  /**
   * The bot is asked whether a subscription may go on, where a knob wants that. A bot that is asked
   * in the middle of a jump of the clock has its ten seconds where the jump ends.
   */
  void askForRenewal(Subscription subscription) {
    long payment = ++lastPayment;
    long user = subscription.user();
    long bot = subscription.bot();
    world.tell(new Happening.PaymentMoved(payment, user, bot, new Outcome.Pending()));
    ask(checkout(payment, user, bot, subscription.invoice()).renewing(subscription.id()));
  }

  Optional<Instant> nextDue() {
    return deadlines.isEmpty() ? Optional.empty() : Optional.of(deadlines.first().deadline());
  }

  void passNext() {
    var late = deadlines.first();
    forget(late);
    fail(late, new Outcome.Failed("BOT_PRECHECKOUT_TIMEOUT", ""));
  }

  /** The account is gone: its open payments fail, and the bots are too late with their answers. */
  void abandon(long user) {
    for (var checkout : List.copyOf(checkouts.values())) {
      if (checkout.user() == user) {
        forget(checkout);
        end(checkout, deleted());
      }
    }
  }

  private Checkout checkout(long payment, long user, long bot, Invoice invoice) {
    var deadline = world.nextLook().plus(world.knobs().checkoutDeadline());
    return new Checkout(world.ids().query(), payment, bot, user, invoice, deadline, 0);
  }

  private void ask(Checkout checkout) {
    keep(checkout);
    world.mail().put(checkout.bot(), new Update.Asked(checkout), world.knobs().queryRetention());
  }

  private Outcome charge(Checkout checkout) {
    if (!covered(checkout)) {
      return tooLow();
    }
    var invoice = checkout.invoice();
    var period = world.subscriptions().firstPeriod(invoice);
    var charge = world.till().charge(checkout.user(), checkout.bot(), invoice, period);
    if (period.isPart()) {
      world.subscriptions().begin(charge);
    }
    return new Outcome.Paid(charge.id());
  }

  private boolean covered(Checkout checkout) {
    return world.books().covers(checkout.user(), Amount.of(checkout.invoice().amount()));
  }

  private void fail(Checkout checkout, Outcome outcome) {
    end(checkout, outcome);
    if (checkout.subscription() != 0) {
      world.subscriptions().declined(checkout.subscription());
    }
  }

  private Checkout take(long bot, long checkoutId) {
    var checkout = checkouts.get(checkoutId);
    if (checkout == null || checkout.bot() != bot) {
      throw Refusal.staleQuery();
    }
    forget(checkout);
    return checkout;
  }

  private void keep(Checkout checkout) {
    checkouts.put(checkout.id(), checkout);
    deadlines.add(checkout);
  }

  private void forget(Checkout checkout) {
    checkouts.remove(checkout.id());
    deadlines.remove(checkout);
  }

  private void end(Checkout checkout, Outcome outcome) {
    world.tell(
        new Happening.PaymentMoved(checkout.payment(), checkout.user(), checkout.bot(), outcome));
  }

  /** As Telegram names it (core.telegram.org/api/errors); that a payment fails so is assumed. */
  private static Outcome deleted() {
    return new Outcome.Failed("USER_DEACTIVATED", "");
  }

  static Outcome tooLow() {
    return new Outcome.Failed("BALANCE_TOO_LOW", "");
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
    saved.checkouts().forEach(this::keep);
    lastPayment = saved.lastPayment();
  }
}
