package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

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
  private final Till till;
  private final Payments payments;
  private final PaidMediaSales paidMedia;
  private final Gifts gifts;
  private final Pace pace;
  private final Subscriptions subscriptions;
  private final Withdrawals withdrawals;
  private final Agenda agenda;
  private final Businesses businesses;
  private final WebApps webApps;
  private final Profiles profiles;
  private final Margins margins;
  private final Actions actions;
  private final InlineMode inlineMode;
  private final Files files;
  private final Sessions sessions;
  private Instant now;

  /** A World with nobody in it, at this moment. The watcher is told all that happens. */
  public World(
      Instant now,
      RandomGenerator chance,
      Knobs knobs,
      Deliveries deliveries,
      Consumer<Happening> watcher) {
    this(now, chance, knobs, deliveries, watcher, Scribe.SILENT);
  }

  /** As the other, with somebody who writes updates down as JSON. */
  @SuppressWarnings("this-escape") // its parts only keep the reference
  public World(
      Instant now,
      RandomGenerator chance,
      Knobs knobs,
      Deliveries deliveries,
      Consumer<Happening> watcher,
      Scribe scribe) {
    this.now = now;
    this.knobs = knobs;
    this.ids = new Ids(chance);
    this.watcher = watcher;
    this.people = new People(this);
    this.mail = new Mail(this, deliveries, scribe);
    this.memberships = new Memberships(this);
    this.chats = new Chats(this);
    this.invitations = new Invitations(this);
    this.paidMemberships = new PaidMemberships(this);
    this.buttons = new Buttons(this);
    this.books = new Books(this);
    this.till = new Till(this);
    this.payments = new Payments(this);
    this.paidMedia = new PaidMediaSales(this);
    this.gifts = new Gifts(this);
    this.pace = new Pace(this);
    this.subscriptions = new Subscriptions(this);
    this.withdrawals = new Withdrawals(this);
    this.agenda = agenda();
    this.businesses = new Businesses(this);
    this.webApps = new WebApps(this);
    this.profiles = new Profiles(this);
    this.margins = new Margins(this);
    this.actions = new Actions(this);
    this.inlineMode = new InlineMode(this);
    this.files = new Files(ids);
    this.sessions = new Sessions(this);
  }

  /** The moment it is in here. */
  public Instant now() {
    return now;
  }

  /** Moves time forward; deadlines on the way pass in order. Never moves it back. */
  public void advanceTo(Instant instant) {
    agenda.passUntil(instant);
  }

  /** When the next deadline falls, if any. */
  public Optional<Instant> nextDeadline() {
    return agenda.next();
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

  /** Which bots act for whose business accounts. */
  public Businesses businesses() {
    return businesses;
  }

  /** Everybody's Stars. */
  public Books books() {
    return books;
  }

  /** Charges and refunds. */
  public Till till() {
    return till;
  }

  /** Subscriptions in bots. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** What bots' owners withdraw. */
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  /** Invoice links and payments in progress. */
  public Payments payments() {
    return payments;
  }

  /** Who bought which paid media. */
  public PaidMediaSales paidMedia() {
    return paidMedia;
  }

  /** Gifts, and who has Telegram Premium. */
  public Gifts gifts() {
    return gifts;
  }

  /** How fast bots may write. */
  public Pace pace() {
    return pace;
  }

  /** Mini Apps that users have open, and menu buttons. */
  public WebApps webApps() {
    return webApps;
  }

  /** Which bots are running. */
  public Sessions sessions() {
    return sessions;
  }

  /** What bots uploaded. */
  public Files files() {
    return files;
  }

  /** What bots say about themselves. */
  public Profiles profiles() {
    return profiles;
  }

  /** Pins and reactions. */
  public Margins margins() {
    return margins;
  }

  /** What bots are seen doing. */
  public Actions actions() {
    return actions;
  }

  /** Questions to bots from any chat's text field. */
  public InlineMode inlineMode() {
    return inlineMode;
  }

  /** The rules in force. */
  public Knobs knobs() {
    return knobs;
  }

  /** Other rules from now on; what has begun under the old ones keeps its deadlines. */
  public void turn(Knobs rules) {
    knobs = rules;
  }

  /** An identifier for messages that belong together. */
  public String newAlbum() {
    return ids.album();
  }

  /** A throw of a die with so many faces: 1 is the lowest. */
  public int throwDie(int faces) {
    return ids.die(faces);
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

  /** Takes bots over as they set themselves up: names, commands, webhooks, allowed updates. */
  public void adoptBots(World former) {
    former.profiles.all().forEach(profiles::restore);
    for (var kept : former.people.bots()) {
      var bot = people.register(kept);
      mail.allow(bot.id(), former.mail.allowed(bot.id()));
      if (former.mail.webhook(bot.id()).isSet()) {
        mail.setWebhook(bot.id(), former.mail.webhook(bot.id()));
      }
    }
  }

  Ids ids() {
    return ids;
  }

  private Agenda agenda() {
    return new Agenda(
        this,
        List.of(
            new Agenda.Part(payments::nextDue, payments::passNext),
            new Agenda.Part(subscriptions::nextDue, subscriptions::passNext),
            new Agenda.Part(paidMemberships::nextDue, paidMemberships::passNext),
            new Agenda.Part(withdrawals::nextDue, withdrawals::passNext),
            new Agenda.Part(mail::nextDue, mail::passNext)));
  }

  void tell(Happening happening) {
    watcher.accept(happening);
  }

  /**
   * The first moment at which somebody outside can look: now, or where time is jumping to. What
   * bots are told waits for its full time from here, or they would never hear of what happened in
   * the middle of a jump, which a bot at Telegram hears as it happens.
   */
  Instant nextLook() {
    return agenda.destination().filter(end -> end.isAfter(now)).orElse(now);
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
