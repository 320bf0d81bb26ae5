package dev.startill.sandbox.world;

import dev.startill.sandbox.world.Subscription.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Subscriptions of buyers in bots: they begin with a paid link, renew when their time ends, and end
 * by either side or for want of Stars. One user may have several, of one link too.
 */
public final class Subscriptions {
  private final World world;
  private final Map<Long, Subscription> all = new LinkedHashMap<>();
  private final Map<String, Long> byFirstCharge = new LinkedHashMap<>();
  private final TreeSet<Subscription> agenda =
      new TreeSet<>(Comparator.comparing(Subscription::due).thenComparingLong(Subscription::id));

  Subscriptions(World world) {
    this.world = world;
  }

  /** A user's subscriptions, oldest first, ended ones too. */
  public List<Subscription> of(long user) {
    return all.values().stream().filter(known -> known.user() == user).toList();
  }

  /** A user's subscription of that number. */
  public Optional<Subscription> find(long user, long id) {
    return Optional.ofNullable(all.get(id)).filter(known -> known.user() == user);
  }

  /**
   * The buyer ends it: it runs on to the end of the paid time.
   *
   * @throws Refusal 400 when it is canceled or over
   */
  public Subscription cancel(Subscription subscription) {
    return switch (subscription.state()) {
      case ACTIVE -> told(keep(subscription.in(State.CANCELED)), Update.Standing.CANCELED);
      case FAILED ->
          told(keep(subscription.in(State.EXPIRED, Instant.MAX)), Update.Standing.CANCELED);
      case CANCELED, CANCELED_BY_BOT ->
          throw Refusal.badRequest("the subscription is canceled already");
      case EXPIRED -> throw Refusal.badRequest("the subscription is over");
    };
  }

  /**
   * The buyer takes the cancellation back before the paid time ends.
   *
   * @throws Refusal 400 when there is none, the bot forbids it, or it is over
   */
  public Subscription restore(Subscription subscription) {
    return switch (subscription.state()) {
      case CANCELED -> told(keep(subscription.in(State.ACTIVE)), Update.Standing.ACTIVE);
      case CANCELED_BY_BOT ->
          throw Refusal.badRequest("the bot canceled the subscription and does not let it go on");
      case ACTIVE, FAILED -> throw Refusal.badRequest("the subscription is not canceled");
      case EXPIRED ->
          throw Refusal.badRequest("the subscription is over; pay the link again for a new one");
    };
  }

  /**
   * The bot ends it, or lets the buyer take a cancellation back; neither restarts the charging
   * (core.telegram.org/bots/api#edituserstarsubscription). What is over stays so.
   *
   * @throws Refusal by a knob USER_ID_INVALID for nobody's number; CHARGE_ID_INVALID unless it is
   *     the first charge of a subscription of this user in this bot
   */
  public void edit(long bot, long user, String firstCharge, boolean canceled) {
    if (world.knobs().unknownUserIsNamed() && world.people().user(user).isEmpty()) {
      throw Refusal.badRequest("USER_ID_INVALID");
    }
    var subscription =
        Optional.ofNullable(byFirstCharge.get(firstCharge))
            .map(all::get)
            .filter(known -> known.bot() == bot && known.user() == user)
            .orElseThrow(() -> Refusal.badRequest("CHARGE_ID_INVALID"));
    if (canceled) {
      cancelByBot(subscription);
    } else if (subscription.state() == State.CANCELED_BY_BOT) {
      keep(subscription.in(State.CANCELED));
    }
  }

  Optional<Instant> nextDue() {
    return agenda.isEmpty() ? Optional.empty() : Optional.of(agenda.first().due());
  }

  void passNext() {
    var subscription = agenda.first();
    switch (subscription.state()) {
      case ACTIVE -> renew(subscription);
      case FAILED -> retry(subscription);
      case CANCELED, CANCELED_BY_BOT, EXPIRED -> end(subscription);
    }
  }

  /** A link was paid: its charge is the first of a new subscription. */
  void begin(Charge charge) {
    long until = charge.period().until();
    keep(
        new Subscription(
            all.size() + 1L,
            charge.user(),
            charge.bot(),
            charge.invoice(),
            State.ACTIVE,
            until,
            Instant.ofEpochSecond(until),
            List.of(charge.id())));
  }

  /** The period that a payment for this invoice buys now. */
  Period firstPeriod(Invoice invoice) {
    return invoice.isSubscription()
        ? new Period(true, world.knobs().stars().firstIsRecurring(), endFrom(world.date(), invoice))
        : Period.NONE;
  }

  /**
   * The bot approved a renewal; it fails all the same without Stars, or canceled meanwhile: the
   * code for that is the sandbox's own, since Telegram is not known to ask.
   */
  Outcome approved(long id) {
    var asked = known(id);
    if (asked.state() == State.ACTIVE || asked.state() == State.FAILED) {
      return collect(asked)
          .<Outcome>map(charge -> new Outcome.Paid(charge.id()))
          .orElseGet(Payments::tooLow);
    }
    end(asked);
    return new Outcome.Failed("SUBSCRIPTION_CANCELED", "");
  }

  /** The bot declined a renewal, or kept silent. */
  void declined(long id) {
    var asked = known(id);
    if (asked.state() == State.ACTIVE || asked.state() == State.FAILED) {
      fail(asked);
    } else {
      end(asked);
    }
  }

  void refunded(Charge charge) {
    if (charge.period().isPart() && world.knobs().stars().refundEnds()) {
      all.values().stream()
          .filter(known -> known.charges().contains(charge.id()))
          .findFirst()
          .ifPresent(this::end);
    }
  }

  /** The account is gone: nothing renews any more. */
  void abandon(long user) {
    of(user).stream().filter(known -> known.state() != State.EXPIRED).forEach(this::end);
  }

  private void renew(Subscription subscription) {
    if (world.people().isDeleted(subscription.user())) {
      end(subscription);
      return;
    }
    boolean rich = world.books().covers(subscription.user(), price(subscription));
    if (rich && world.knobs().stars().renewalsAsk()) {
      keep(subscription.in(subscription.state(), Instant.MAX));
      world.payments().askForRenewal(subscription);
    } else {
      collect(subscription);
    }
  }

  private void retry(Subscription subscription) {
    if (world.now().isBefore(lastTry(subscription))) {
      renew(subscription);
    } else {
      end(subscription);
    }
  }

  private Optional<Charge> collect(Subscription subscription) {
    if (!world.books().covers(subscription.user(), price(subscription))) {
      fail(subscription);
      return Optional.empty();
    }
    // A renewal in time counts from the end of the last period, a late one from its payment.
    long from = subscription.state() == State.FAILED ? world.date() : subscription.until();
    var period = new Period(false, true, endFrom(from, subscription.invoice()));
    var charge =
        world
            .till()
            .charge(subscription.user(), subscription.bot(), subscription.invoice(), period);
    keep(subscription.renewed(charge));
    return Optional.of(charge);
  }

  private void fail(Subscription subscription) {
    boolean first = subscription.state() != State.FAILED;
    var next = world.now().plus(world.knobs().stars().retryEvery());
    var last = lastTry(subscription);
    var failed = keep(subscription.in(State.FAILED, next.isBefore(last) ? next : last));
    if (first) {
      told(failed, Update.Standing.FAILED);
    }
  }

  private void cancelByBot(Subscription subscription) {
    switch (subscription.state()) {
      case ACTIVE -> {
        var canceled = keep(subscription.in(State.CANCELED_BY_BOT));
        if (world.knobs().stars().botCancelIsTold()) {
          told(canceled, Update.Standing.CANCELED);
        }
      }
      case CANCELED -> keep(subscription.in(State.CANCELED_BY_BOT));
      case FAILED -> end(subscription);
      case CANCELED_BY_BOT, EXPIRED -> {}
    }
  }

  private void end(Subscription subscription) {
    keep(subscription.in(State.EXPIRED, Instant.MAX));
  }

  private Subscription told(Subscription subscription, Update.Standing standing) {
    if (world.knobs().stars().subscriptionUpdates()) {
      var body =
          new Update.SubscriptionMoved(
              subscription.user(), subscription.invoice().payload(), standing);
      world.mail().put(subscription.bot(), body, world.knobs().messageRetention());
    }
    return subscription;
  }

  private Subscription keep(Subscription now) {
    var before = all.put(now.id(), now);
    if (before != null) {
      agenda.remove(before);
    }
    byFirstCharge.put(now.firstCharge(), now.id());
    if (now.due().isBefore(Instant.MAX)) {
      agenda.add(now);
    }
    world.tell(new Happening.SubscriptionMoved(now));
    return now;
  }

  private Instant lastTry(Subscription subscription) {
    return Instant.ofEpochSecond(subscription.until()).plus(world.knobs().stars().retryWindow());
  }

  private Subscription known(long id) {
    return Optional.ofNullable(all.get(id)).orElseThrow();
  }

  private static Amount price(Subscription subscription) {
    return Amount.of(subscription.invoice().amount());
  }

  private static long endFrom(long date, Invoice invoice) {
    return date + invoice.subscriptionPeriod();
  }

  Collection<Subscription> all() {
    return all.values();
  }

  void bringBack(Subscription saved) {
    all.put(saved.id(), saved);
    byFirstCharge.put(saved.firstCharge(), saved.id());
    if (saved.due().isBefore(Instant.MAX)) {
      agenda.add(saved);
    }
  }
}
