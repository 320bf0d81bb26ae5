package dev.startill.sandbox.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What bots are told: a mailbox each, and where it is posted if it is not polled. */
public final class Mail {
  private final World world;
  private final Deliveries deliveries;
  private final Map<Long, Mailbox> boxes = new LinkedHashMap<>();
  private final Map<Long, Webhook> webhooks = new LinkedHashMap<>();
  private final Map<Long, Integer> numbers = new LinkedHashMap<>();

  Mail(World world, Deliveries deliveries) {
    this.world = world;
    this.deliveries = deliveries;
  }

  /**
   * Confirms updates below the offset and answers the next ones.
   *
   * @throws Refusal 409 while a webhook is set
   */
  public List<Update> read(long bot, long offset, int limit) {
    if (webhook(bot).isSet()) {
      throw Refusal.conflict(
          "can't use getUpdates method while webhook is active;"
              + " use deleteWebhook to delete the webhook first");
    }
    return box(bot).read(offset, limit, world.now());
  }

  /** Remembers which updates a bot wants. */
  public void allow(long bot, List<String> names) {
    box(bot).allow(names);
  }

  /** The names a bot asked for; empty for the default. */
  public List<String> allowed(long bot) {
    return box(bot).allowed();
  }

  /** How many updates wait. */
  public int waiting(long bot) {
    return box(bot).size(world.now());
  }

  /** Forgets what waits. */
  public void clear(long bot) {
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

  /** The oldest update of a lane. */
  public Optional<Update> first(long bot, String lane) {
    return box(bot).first(lane, world.now());
  }

  /** The lanes that have something to deliver. */
  public Set<String> lanes(long bot) {
    return box(bot).lanes(world.now());
  }

  /** A webhook took the update. */
  public void taken(Update update) {
    box(update.bot()).remove(update, Fate.DELIVERED);
  }

  /** No webhook took the update in its time, nor will. */
  public void givenUp(Update update) {
    box(update.bot()).remove(update, Fate.EXPIRED);
  }

  /**
   * Hands an update out once more: the one with this identifier, or for 0 the last.
   *
   * @throws Refusal 404 when it is not among the last thousand
   */
  public Update repeat(long bot, int updateId) {
    var update =
        box(bot)
            .repeat(updateId)
            .orElseThrow(() -> Refusal.of(404, "Not Found: no such update is remembered"));
    world.tell(new Happening.UpdateQueued(update));
    return update;
  }

  boolean hidesRefund() {
    return deliveries.hidesRefund();
  }

  void put(long bot, Update.Body body, Duration retention) {
    var box = box(bot);
    if (!box.wants(body.field())) {
      return;
    }
    var expires = world.nextLook().plus(retention);
    int copies = deliveries.copies(body.kind());
    var stored = copies == 0 ? Optional.<Update>empty() : box.put(bot, body, expires, copies);
    world.tell(
        stored
            .<Happening>map(Happening.UpdateQueued::new)
            .orElseGet(
                () ->
                    new Happening.UpdateMoved(new Update(0, bot, body, expires, 1), Fate.DROPPED)));
  }

  /** Goes on counting where another World ended: a bot that runs on takes lower numbers for old. */
  void follow(Mail former) {
    numbers.putAll(former.numbers);
    former.boxes.forEach((bot, box) -> numbers.put(bot, box.nextId()));
  }

  void restore(long bot, Mailbox box, Webhook webhook) {
    boxes.put(bot, box);
    webhooks.put(bot, webhook);
  }

  Mailbox box(long bot) {
    return boxes.computeIfAbsent(
        bot, b -> empty(numbers.getOrDefault(bot, world.ids().firstUpdate())));
  }

  /** A mailbox that tells the World's watchers what becomes of its updates. */
  Mailbox empty(int firstId) {
    return new Mailbox(
        firstId, (update, fate) -> world.tell(new Happening.UpdateMoved(update, fate)));
  }
}
