package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * All of Telegram that the sandbox has, as one state machine.
 *
 * <p>Time stands still between calls: whoever drives the World moves it with {@link #advanceTo},
 * and what falls due on the way happens in order, each at its own moment. Not thread-safe: one lock
 * outside guards it and its parts. A call does all that it says, or throws a {@link Refusal} and
 * does nothing.
 */
public final class World {
  private Knobs knobs;
  private final Ids ids;
  private final Consumer<Happening> watcher;
  private final People people;
  private final Mail mail;
  private final Memberships memberships;
  private final Chats chats;
  private final Invitations invitations;
  private final PaidMemberships paidMemberships;
  private final Buttons buttons;
  private final Books books;
  private final Payments payments;
  private final Gifts gifts;
  private final WebApps webApps;
  private final Files files;
  private Instant now;

  /** A World with nobody in it, at this moment. The watcher is told all that happens. */
  public World(
      Instant now,
      RandomGenerator chance,
      Knobs knobs,
      Deliveries deliveries,
      Consumer<Happening> watcher) {
    this.now = now;
    this.knobs = knobs;
    this.ids = new Ids(chance);
    this.watcher = watcher;
    this.people = new People(this);
    this.mail = new Mail(this, deliveries);
    this.memberships = new Memberships(this);
    this.chats = new Chats(this);
    this.invitations = new Invitations(this);
    this.paidMemberships = new PaidMemberships(this);
    this.buttons = new Buttons(this);
    this.books = new Books(this);
    this.payments = new Payments(this);
    this.gifts = new Gifts(this);
    this.webApps = new WebApps(this);
    this.files = new Files(ids);
  }

  /** The moment it is in here. */
  public Instant now() {
    return now;
  }

  /** Moves time forward; deadlines on the way pass in order. Never moves it back. */
  public void advanceTo(Instant instant) {
    for (var due = paidMemberships.nextDue();
        due.filter(moment -> !moment.isAfter(instant)).isPresent();
        due = paidMemberships.nextDue()) {
      payments.passDeadlines(due.get());
      arriveAt(due.get());
      paidMemberships.passNext();
    }
    payments.passDeadlines(instant);
    arriveAt(instant);
  }

  /** When the next deadline falls, if any. */
  public Optional<Instant> nextDeadline() {
    return Stream.of(payments.nextDeadline(), paidMemberships.nextDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Users, bots and their Stars. */
  public People people() {
    return people;
  }

  /** What bots are told. */
  public Mail mail() {
    return mail;
  }

  /** Who is in which channel or group. */
  public Memberships memberships() {
    return memberships;
  }

  /** Invite links. */
  public Invitations invitations() {
    return invitations;
  }

  /** Subscriptions to channels. */
  public PaidMemberships paidMemberships() {
    return paidMemberships;
  }

  /** Private chats, channels and groups. */
  public Chats chats() {
    return chats;
  }

  /** Inline buttons that were pressed. */
  public Buttons buttons() {
    return buttons;
  }

  /** Everybody's Stars. */
  public Books books() {
    return books;
  }

  /** Invoice links, payments and refunds. */
  public Payments payments() {
    return payments;
  }

  /** Gifts, and who has Telegram Premium. */
  public Gifts gifts() {
    return gifts;
  }

  /** Mini Apps that users have open, and menu buttons. */
  public WebApps webApps() {
    return webApps;
  }

  /** What bots uploaded. */
  public Files files() {
    return files;
  }

  /** The rules in force. */
  public Knobs knobs() {
    return knobs;
  }

  /** Other rules from now on; what has begun under the old ones keeps its deadlines. */
  public void turn(Knobs rules) {
    knobs = rules;
  }

  /** All there is, as values. */
  public Saved save() {
    return new Snapshot(this).take();
  }

  /** Puts what was saved into this World, which must be empty. */
  public void load(Saved saved) {
    new Snapshot(this).restore(saved);
  }

  /** Begins anew, but numbers updates on from where another World ended. */
  public void follow(World former) {
    mail.follow(former.mail);
  }

  Ids ids() {
    return ids;
  }

  void tell(Happening happening) {
    watcher.accept(happening);
  }

  void arriveAt(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  long date() {
    return now.getEpochSecond();
  }
}
