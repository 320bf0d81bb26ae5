package dev.startill.sandbox.delivery;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Letter;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Long polls, as tdlib/telegram-bot-api has them (Client.cpp). One bot has one: a second that waits
 * ends the first with 409, as does setWebhook; one that finds updates at once disturbs nobody. A
 * poll ends when its timeout has passed in real time, which is what its client's patience is
 * measured in, or on the sandbox's clock when that is moved. Thread-safe.
 */
public final class Polling implements Watcher {
  private static final String OTHER_POLL =
      "terminated by other getUpdates request; make sure that only one bot instance is running";

  /** Why a poll woke: something may have come, or it is over. */
  private enum Wake {
    LOOK_AGAIN,
    OTHER_POLL,
    WEBHOOK,
    STOP,
    FORGOTTEN
  }

  /** What a client asks for. */
  public record Wish(long offset, int limit, Duration timeout) {
    private Wish ofLimit(int other) {
      return new Wish(offset, other, timeout);
    }

    private Wish ofTimeout(Duration other) {
      return new Wish(offset, limit, other);
    }

    /** A negative offset has done its work when the poll begins to wait. */
    private Wish waiting() {
      return new Wish(Math.max(0, offset), limit, timeout);
    }
  }

  private record Start(List<Letter> batch, Wish wish) {}

  private final LiveWorld live;
  private final Map<Long, CompletableFuture<Wake>> waiting = new ConcurrentHashMap<>();
  private final Map<Long, Pace> paces = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /** Polls of this World's bots; to be made a watcher of it. */
  public Polling(LiveWorld live) {
    this.live = live;
  }

  /**
   * What getUpdates answers, after waiting for it if need be.
   *
   * @throws Refusal 409 when another consumer takes over, 500 when the sandbox stops
   */
  public List<Letter> read(long bot, Wish wish) {
    try {
      return await(bot, wish);
    } catch (Refusal refusal) {
      if (refusal.code() == 409) {
        conflict(bot);
      }
      throw refusal;
    }
  }

  /** Ends a bot's poll, if there is one: a webhook is being set. */
  public void endFor(long bot) {
    wake(bot, Wake.WEBHOOK);
  }

  private List<Letter> await(long bot, Wish asked) {
    var begun = new CompletableFuture<Wake>();
    var start = live.with(world -> first(world, bot, asked, begun));
    var poll = begun;
    var wish = start.wish().waiting();
    long end = System.nanoTime() + wish.timeout().toNanos();
    var moment = live.clock().instant().plus(wish.timeout());
    var batch = start.batch();
    try {
      while (batch.isEmpty()
          && end - System.nanoTime() > 0
          && live.clock().instant().isBefore(moment)) {
        switch (await(poll, end - System.nanoTime())) {
          case OTHER_POLL -> throw Refusal.conflict(OTHER_POLL);
          case WEBHOOK -> throw Refusal.conflict("terminated by setWebhook request");
          case STOP -> throw restart();
          case FORGOTTEN -> {
            return batch;
          }
          case LOOK_AGAIN -> {
            var spent = poll;
            poll = new CompletableFuture<>();
            batch = next(bot, wish, spent, poll);
          }
        }
      }
      return batch;
    } finally {
      waiting.remove(bot, poll);
    }
  }

  private Start first(World world, long bot, Wish asked, CompletableFuture<Wake> poll) {
    world.mail().requirePolling(bot);
    var pace = paces.getOrDefault(bot, Pace.NONE);
    boolean slowed = world.knobs().pollingSlowed();
    boolean eager = pace.isEager(asked.offset(), world.now());
    var wish = slowed && pace.isHasty(asked.offset(), world.now()) ? asked.ofLimit(1) : asked;
    paces.put(bot, pace.polled(asked.offset(), world.now()));
    var batch = world.mail().fetch(bot, wish.offset(), wish.limit());
    if (!batch.isEmpty()) {
      return new Start(batch, wish);
    }
    if (eager && wish.timeout().compareTo(Pace.EAGER) < 0) {
      wake(bot, Wake.OTHER_POLL);
      wish = slowed ? wish.ofTimeout(Pace.EAGER) : wish;
    }
    if (wish.timeout().isPositive()) {
      wake(bot, Wake.OTHER_POLL);
      hold(bot, poll);
    }
    return new Start(batch, wish);
  }

  private List<Letter> next(
      long bot, Wish wish, CompletableFuture<Wake> spent, CompletableFuture<Wake> poll) {
    return live.with(
        world -> {
          if (!waiting.remove(bot, spent)) {
            throw Refusal.conflict(OTHER_POLL);
          }
          var batch = world.mail().fetch(bot, wish.offset(), wish.limit());
          if (batch.isEmpty()) {
            hold(bot, poll);
          }
          return batch;
        });
  }

  /** A poll that comes while the others are ended is ended too. */
  private void hold(long bot, CompletableFuture<Wake> poll) {
    waiting.put(bot, poll);
    if (stopping) {
      poll.complete(Wake.STOP);
    }
  }

  private static Wake await(CompletableFuture<Wake> poll, long nanos) {
    try {
      return poll.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Wake.LOOK_AGAIN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw restart();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words of a server that goes down: tdlib/telegram-bot-api, {@code Client.cpp}. */
  private static Refusal restart() {
    return Refusal.of(500, "Internal Server Error: restart");
  }

  /** Of several conflicts in a row, the later ones are told late, so that nobody spins. */
  private void conflict(long bot) {
    var told =
        live.with(
            world -> {
              var pace = paces.getOrDefault(bot, Pace.NONE);
              var now = world.now();
              if (!world.knobs().pollingSlowed()) {
                return now;
              }
              paces.put(bot, pace.conflicted(now));
              return pace.isCalm(now) ? now : now.plus(Pace.EAGER);
            });
    try {
      live.awaitMoment(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.UpdateQueued queued -> wake(queued.update().bot(), Wake.LOOK_AGAIN);
      case Happening.WebhookChanged changed -> {
        if (changed.webhook().isSet()) {
          endFor(changed.bot());
        }
      }
      case Happening.UpdateMoved m -> {}
      case Happening.UserCame u -> {}
      case Happening.BotCame b -> {}
      case Happening.CommunityCame c -> {}
      case Happening.MemberMoved m -> {}
      case Happening.MessageShown m -> {}
      case Happening.MessageGone m -> {}
      case Happening.ActionShown a -> {}
      case Happening.InlineAnswered a -> {}
      case Happening.BalanceMoved b -> {}
      case Happening.SubscriptionMoved s -> {}
      case Happening.PaymentMoved p -> {}
      case Happening.CallbackAnswered c -> {}
    }
  }

  @Override
  public void clockMoved(Instant now) {
    waiting.values().forEach(poll -> poll.complete(Wake.LOOK_AGAIN));
  }

  @Override
  public void forgotten() {
    paces.clear();
    // The next poll makes the bot known again; a long one would keep it unknown until it ends.
    Set.copyOf(waiting.keySet()).forEach(bot -> wake(bot, Wake.FORGOTTEN));
  }

  /** Whether a bot is waiting for updates right now. */
  public boolean isWaiting(long bot) {
    return waiting.containsKey(bot);
  }

  /** Ends every poll: the sandbox stops. */
  public void close() {
    stopping = true;
    waiting.keySet().forEach(bot -> wake(bot, Wake.STOP));
  }

  /** Whoever ends a poll takes it away, so that what ended it stands. */
  private void wake(long bot, Wake why) {
    var poll = why == Wake.LOOK_AGAIN ? waiting.get(bot) : waiting.remove(bot);
    if (poll != null) {
      poll.complete(why);
    }
  }
}
