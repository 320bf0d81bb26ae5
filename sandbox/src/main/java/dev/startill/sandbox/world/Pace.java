package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast a bot may write, once {@link Knob#FLOOD_CONTROL} is on: thirty messages a second in all,
 * one a second in a chat, twenty a minute in a group
 * (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A paid broadcast goes
 * beyond the thirty for a tenth of a Star a message. Windows slide with the sandbox's clock; that
 * the limits are so sharp is assumed, Telegram lets short bursts pass.
 */
public final class Pace {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int FREE_A_SECOND = 30;
  private static final int PAID_A_SECOND = 1_000;
  private static final int GROUP_A_MINUTE = 20;
  private static final int REMEMBERED_CHATS = 10_000;
  private static final Amount PRICE = new Amount(0, 100_000_000);

  /** When messages went out, oldest first. */
  private static final class Window {
    private final Duration length;
    private final Deque<Instant> sent = new ArrayDeque<>();

    Window(Duration length) {
      this.length = length;
    }

    int at(Instant now) {
      while (!sent.isEmpty() && !sent.peekFirst().plus(length).isAfter(now)) {
        sent.removeFirst();
      }
      return sent.size();
    }

    void add(Instant now, int messages) {
      for (int i = 0; i < messages; i++) {
        sent.addLast(now);
      }
    }

    /** Whole seconds until the oldest is forgotten, at least one. */
    Refusal full(Instant now) {
      var oldest = sent.isEmpty() ? now : sent.peekFirst();
      var left = Duration.between(now, oldest.plus(length));
      return Refusal.tooMany((int) Math.max(1, left.plusMillis(999).toSeconds()));
    }
  }

  private record Place(long bot, Chat chat) {}

  private final World world;
  private final Map<Long, Window> free = new HashMap<>();
  private final Map<Long, Window> paid = new HashMap<>();
  private final Map<Place, Window> chats = new HashMap<>();

  Pace(World world) {
    this.world = world;
  }

  /**
   * So many messages of a bot go into a chat, now: to be asked when nothing else can go wrong.
   *
   * @param mayCost whether the bot pays for what goes beyond the free rate
   * @throws Refusal 429 when it is too fast, and nothing went or was paid
   */
  public void pass(long bot, Chat chat, int messages, boolean mayCost) {
    if (!world.knobs().floodControl()) {
      return;
    }
    var now = world.now();
    var place = place(bot, chat, now);
    var limit = chat instanceof Chat.Group ? GROUP_A_MINUTE : 1;
    // What goes at once, an album or up to a hundred copies, is one deed if nothing went before it.
    if (place.at(now) > 0 && place.at(now) + messages > limit) {
      throw place.full(now);
    }
    var mine = free.computeIfAbsent(bot, b -> new Window(SECOND));
    if (mine.at(now) == 0 || mine.at(now) + messages <= FREE_A_SECOND) {
      mine.add(now, messages);
    } else {
      charge(bot, messages, mayCost, mine);
    }
    place.add(now, messages);
  }

  private void charge(long bot, int messages, boolean mayCost, Window mine) {
    var now = world.now();
    var bought = paid.computeIfAbsent(bot, b -> new Window(SECOND));
    var price = PRICE.times(messages);
    boolean rich =
        world.books().covers(bot, Amount.of(world.knobs().paidBroadcastBalance()))
            && world.books().covers(bot, price);
    if (!mayCost || !rich) {
      throw mine.full(now);
    }
    if (mine.at(now) + bought.at(now) + messages > PAID_A_SECOND) {
      throw bought.full(now);
    }
    bought.add(now, messages);
    var books = world.books();
    books.spend(bot, books.newId(), price, new Partner.TelegramApi(messages));
  }

  private Window place(long bot, Chat chat, Instant now) {
    if (chats.size() > REMEMBERED_CHATS) {
      chats.values().removeIf(window -> window.at(now) == 0);
    }
    var length = chat instanceof Chat.Group ? MINUTE : SECOND;
    return chats.computeIfAbsent(new Place(bot, chat), p -> new Window(length));
  }
}
