package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A World with one bot that says yes to whatever it is asked, and all that it was told. */
final class Shop {
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  static final int PERIOD = 2_592_000;
  static final Invoice GUIDE = new Invoice("Guide", "A guide", "ord_1", "", "XTR", 50, "");
  static final Invoice CLUB =
      new Invoice("Club", "A club", "sub_1", "", "XTR", 50, "").every(PERIOD);

  final World world;
  final long bot;
  final List<Update.Body> told = new ArrayList<>();
  final List<Happening> happenings = new ArrayList<>();
  private long offset;

  Shop() {
    this(Knobs.TELEGRAM, Deliveries.FAITHFUL);
  }

  Shop(Knob knob, Object value) {
    this(Knobs.TELEGRAM.with(knob, value), Deliveries.FAITHFUL);
  }

  Shop(Knobs knobs, Deliveries deliveries) {
    world = new World(START, new Random(5), knobs, deliveries, happenings::add);
    bot = world.people().authorize(42, "digest", false, true).id();
  }

  long buyer(long stars) {
    return world.people().join("Ann", "", "en", stars).id();
  }

  /** The buyer confirms and the bot agrees: the charge's message. */
  Charge sell(long user, Invoice invoice) {
    long payment = world.payments().pay(user, bot, invoice);
    read();
    world.payments().approve(bot, asked().id());
    read();
    return told.stream()
        .filter(body -> body instanceof Update.Arrived)
        .map(body -> ((Update.Arrived) body).message().content())
        .filter(content -> content instanceof Content.Paid)
        .map(content -> ((Content.Paid) content).charge())
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("payment " + payment + " failed"));
  }

  /** What the bot was asked last. */
  Checkout asked() {
    read();
    return told.stream()
        .filter(body -> body instanceof Update.Asked)
        .map(body -> ((Update.Asked) body).checkout())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  void passes(Duration time) {
    read();
    world.advanceTo(world.now().plus(time));
    read();
  }

  /** The charges that were told, oldest first. */
  List<Charge> charges() {
    return moneyTold().stream()
        .filter(content -> content instanceof Content.Paid)
        .map(content -> ((Content.Paid) content).charge())
        .toList();
  }

  /** The payments and refunds that the bot was told of. */
  List<Content> moneyTold() {
    read();
    return told.stream()
        .filter(body -> body instanceof Update.Arrived)
        .map(body -> ((Update.Arrived) body).message().content())
        .toList();
  }

  /** The subscription updates that the bot got. */
  List<Update.Standing> standings() {
    read();
    return told.stream()
        .filter(body -> body instanceof Update.SubscriptionMoved)
        .map(body -> ((Update.SubscriptionMoved) body).standing())
        .toList();
  }

  /** What became of a payment so far. */
  Optional<Outcome> outcome(long payment) {
    return happenings.stream()
        .filter(happening -> happening instanceof Happening.PaymentMoved)
        .map(happening -> (Happening.PaymentMoved) happening)
        .filter(moved -> moved.payment() == payment)
        .map(Happening.PaymentMoved::outcome)
        .reduce((earlier, later) -> later);
  }

  Subscription only(long user) {
    var all = world.subscriptions().of(user);
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  long stars(long owner) {
    return world.books().balance(owner).stars();
  }

  private void read() {
    for (var update : world.mail().read(bot, offset, 100)) {
      offset = update.id() + 1L;
      told.add(update.body());
    }
  }
}
