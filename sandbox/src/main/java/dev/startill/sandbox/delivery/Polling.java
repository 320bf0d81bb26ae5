package dev.startill.sandbox.delivery;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ArrayNode;

/**
 * Long polls. One bot has one: a second getUpdates ends the first with 409, as does setWebhook. A
 * poll waits in real time, for that is what its client's patience is measured in. Thread-safe.
 */
public final class Polling implements Watcher {
  private static final String OTHER_POLL =
      "terminated by other getUpdates request; make sure that only one bot instance is running";

  /** Why a poll woke: something may have come, or it is over. */
  private enum Wake {
    LOOK_AGAIN,
    OTHER_POLL,
    WEBHOOK,
    STOP
  }

  private final LiveWorld live;
  private final Map<Long, CompletableFuture<Wake>> waiting = new ConcurrentHashMap<>();
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
  public ArrayNode read(long bot, long offset, int limit, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    var poll = new CompletableFuture<Wake>();
    try {
      var batch = first(bot, offset, limit, poll);
      while (batch.isEmpty() && end - System.nanoTime() > 0) {
        switch (await(poll, end - System.nanoTime())) {
          case OTHER_POLL -> throw Refusal.conflict(OTHER_POLL);
          case WEBHOOK -> throw Refusal.conflict("terminated by setWebhook request");
          case STOP -> throw restart();
          case LOOK_AGAIN -> {
            var spent = poll;
            poll = new CompletableFuture<>();
            batch = next(bot, offset, limit, spent, poll);
          }
        }
      }
      return batch;
    } finally {
      waiting.remove(bot, poll);
    }
  }

  private ArrayNode first(long bot, long offset, int limit, CompletableFuture<Wake> poll) {
    return live.with(
        world -> {
          var older = waiting.remove(bot);
          if (older != null) {
            older.complete(Wake.OTHER_POLL);
          }
          var batch = take(world, bot, offset, limit);
          if (batch.isEmpty()) {
            hold(bot, poll);
          }
          return batch;
        });
  }

  private ArrayNode next(
      long bot,
      long offset,
      int limit,
      CompletableFuture<Wake> spent,
      CompletableFuture<Wake> poll) {
    return live.with(
        world -> {
          if (!waiting.remove(bot, spent)) {
            throw Refusal.conflict(OTHER_POLL);
          }
          var batch = take(world, bot, offset, limit);
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

  private static ArrayNode take(World world, long bot, long offset, int limit) {
    var shapes = new Shapes(world.people());
    var list = Json.array();
    world.mail().read(bot, offset, limit).forEach(update -> list.add(shapes.update(update)));
    return list;
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

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.UpdateQueued queued -> wake(queued.update().bot(), Wake.LOOK_AGAIN);
      case Happening.WebhookChanged changed -> {
        if (changed.webhook().isSet()) {
          wake(changed.bot(), Wake.WEBHOOK);
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

  /** Whether a bot is waiting for updates right now. */
  public boolean isWaiting(long bot) {
    return waiting.containsKey(bot);
  }

  /** Ends every poll: the sandbox stops. */
  public void close() {
    stopping = true;
    waiting.keySet().forEach(bot -> wake(bot, Wake.STOP));
  }

  private void wake(long bot, Wake why) {
    var poll = waiting.get(bot);
    if (poll != null) {
      poll.complete(why);
    }
  }
}
