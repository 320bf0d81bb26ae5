package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What bots are told: a mailbox each, and where it is posted if it is not polled. */
public final class Mail {
  /** Documented at core.telegram.org/bots/api#update: numbers may begin anew after a week. */
  private static final Duration LONG_SILENCE = Duration.ofDays(7);

  /** A late update goes out alone after this time, when nothing came that could overtake it. */
  private static final Duration LATE = Duration.ofSeconds(3);

  private final World world;
  private final Deliveries deliveries;
  private final Scribe scribe;
  private final Map<Long, Mailbox> boxes = new LinkedHashMap<>();
  private final Map<Long, Webhook> webhooks = new LinkedHashMap<>();
  private final Deque<Held> late = new ArrayDeque<>();
  private final Map<Long, Integer> numbers = new LinkedHashMap<>();

  Mail(World world, Deliveries deliveries, Scribe scribe) {
    this.world = world;
    this.deliveries = deliveries;
    this.scribe = scribe;
  }

  /** The updates of {@link #fetch}, for those who read no JSON. */
  public List<Update> read(long bot, long offset, int limit) {
    return fetch(bot, offset, limit).stream().map(Letter::update).toList();
  }

  /**
   * Confirms updates below the offset and answers the next ones.
   *
   * @throws Refusal 409 while a webhook is set
   */
  public List<Letter> fetch(long bot, long offset, int limit) {
    requirePolling(bot);
    return box(bot).read(offset, limit, world.now());
  }

  /**
   * That no webhook is set.
   *
   * @throws Refusal 409 if one is
   */
  public void requirePolling(long bot) {
    if (webhook(bot).isSet()) {
      throw Refusal.conflict(
          "can't use getUpdates method while webhook is active;"
              + " use deleteWebhook to delete the webhook first");
    }
  }

  /** Remembers which updates a bot wants. */
  public void allow(long bot, List<String> names) {
    box(bot).allow(AllowedUpdates.of(names));
  }

  /** The names a bot asked for; empty for the default. */
  public List<String> allowed(long bot) {
    return box(bot).allowed().names();
  }

  /** How many updates wait. */
  public int waiting(long bot) {
    return box(bot).size(world.now());
  }

  /** Forgets what waits. */
  public void clear(long bot) {
    lateFor(bot)
        .forEach(letter -> world.tell(new Happening.UpdateMoved(letter.update(), Fate.DROPPED)));
    late.removeIf(held -> held.bot() == bot);
    box(bot).clear();
  }

  /** Where a bot's updates are posted. */
  public Webhook webhook(long bot) {
    return webhooks.getOrDefault(bot, Webhook.NONE);
  }

  /** Sets or, with {@link Webhook#NONE}, removes it. */
  public void setWebhook(long bot, Webhook webhook) {
    webhooks.put(bot, webhook);
    world.tell(new Happening.WebhookChanged(bot, webhook));
  }

  /** The first so many letters, oldest first. */
  public Stream<Letter> first(long bot, int many) {
    return box(bot).first(many, world.now());
  }

  /** A webhook took the update. */
  public void taken(Update update) {
    box(update.bot()).remove(update, Fate.DELIVERED);
  }

  /** No webhook took the update in its time, nor will. */
  public void givenUp(Update update) {
    box(update.bot()).remove(update, Fate.DROPPED);
  }

  /**
   * Hands an update out once more: the one with this identifier, or for 0 the last. Even a query,
   * however old, waits as long as a message does.
   *
   * @throws Refusal 404 when it is not among the last thousand; 409 when the queue is full
   */
  public Update repeat(long bot, int updateId) {
    var update =
        box(bot)
            .repeat(updateId, world.now().plus(world.knobs().messageRetention()))
            .orElseThrow(() -> Refusal.of(404, "Not Found: no such update is remembered"));
    world.tell(new Happening.UpdateQueued(update));
    return update;
  }

  boolean hidesRefund() {
    return deliveries.hidesRefund();
  }

  void put(long bot, Update.Body body, Duration retention) {
    var box = box(bot);
    if (!box.allowed().wants(body.field())) {
      return;
    }
    var update = new Update(0, bot, body, world.nextLook().plus(retention), 1);
    var letter = new Letter(update, scribe.write(world, body));
    switch (deliveries.way(body.kind())) {
      case ONCE -> {
        queue(letter);
        overtaken(bot);
      }
      case TWICE -> {
        queue(letter.with(update.with(2)));
        overtaken(bot);
      }
      case LOST -> world.tell(new Happening.UpdateMoved(update, Fate.DROPPED));
      case LATE -> {
        overtaken(bot);
        late.add(new Held(bot, letter, world.now().plus(LATE)));
      }
    }
  }

  /** When the next late update goes out alone. */
  Optional<Instant> nextDue() {
    return Optional.ofNullable(late.peek()).map(Held::until);
  }

  /** Lets go the late updates whose time has come. */
  void passNext() {
    while (!late.isEmpty() && !late.element().until().isAfter(world.now())) {
      queue(late.remove().letter());
    }
  }

  /** Goes on counting where another World ended: a bot that runs on takes lower numbers for old. */
  void follow(Mail former) {
    numbers.putAll(former.numbers);
    former.boxes.forEach((bot, box) -> numbers.put(bot, box.nextId()));
  }

  void restore(Saved.SavedBot saved) {
    long bot = saved.bot().id();
    var box = empty(saved.nextUpdate());
    box.allow(AllowedUpdates.of(saved.allowed()));
    box.restore(
        saved.waiting().stream().map(this::letter), saved.again().stream().map(this::letter));
    boxes.put(bot, box);
    webhooks.put(bot, saved.webhook());
  }

  /** As a bot finds it after a restart, which ends all delays: late updates are queued by then. */
  Saved.SavedBot saved(Bot bot) {
    var box = box(bot.id());
    int next = box.nextId();
    var waiting = new ArrayList<>(box.waiting());
    for (var letter : lateFor(bot.id())) {
      waiting.add(letter.update().numbered(next++));
    }
    return new Saved.SavedBot(
        bot, webhook(bot.id()), box.allowed().names(), next, waiting, box.again());
  }

  Mailbox box(long bot) {
    return boxes.computeIfAbsent(
        bot, b -> empty(numbers.getOrDefault(bot, world.ids().firstUpdate())));
  }

  private Mailbox empty(int firstId) {
    return new Mailbox(
        firstId, (update, fate) -> world.tell(new Happening.UpdateMoved(update, fate)));
  }

  private List<Letter> lateFor(long bot) {
    return late.stream().filter(held -> held.bot() == bot).map(Held::letter).toList();
  }

  private Letter letter(Update update) {
    return new Letter(update, scribe.write(world, update.body()));
  }

  private void overtaken(long bot) {
    for (var each = late.iterator(); each.hasNext(); ) {
      var held = each.next();
      if (held.bot() == bot) {
        each.remove();
        queue(held.letter());
      }
    }
  }

  private void queue(Letter letter) {
    var box = box(letter.update().bot());
    if (world.knobs().updateIdsRestart() && box.wasSilent(LONG_SILENCE, world.now())) {
      box.renumber(world.ids().firstUpdate());
    }
    box.put(letter, world.now())
        .ifPresent(update -> world.tell(new Happening.UpdateQueued(update)));
  }
}
