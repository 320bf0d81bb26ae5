package dev.startill.sandbox.delivery;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.Webhook;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Posts updates to webhooks (WebhookActor.cpp): in order within a lane, lanes in parallel, so a
 * message that cannot be delivered holds up its chat and not the buyers' pre-checkouts. Pauses run
 * on the sandbox's clock. Thread-safe.
 */
public final class Webhooks implements Watcher, AutoCloseable {
  private record Lane(long bot, String name) {}

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Job(Update update, Webhook webhook, byte[] body) {}

  /** What went wrong last, for getWebhookInfo; the date is in Unix seconds. */
  public record LastError(long date, String message) {}

  private final LiveWorld live;
  private final WebhookReplies replies;
  private final RandomGenerator chance;
  private final Poster poster = new Poster();
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Lane> running = ConcurrentHashMap.newKeySet();
  private final Map<Long, Semaphore> connections = new ConcurrentHashMap<>();
  private final Map<Long, LastError> errors = new ConcurrentHashMap<>();
  private final Set<Long> posting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** To be made a watcher of this World. */
  public Webhooks(LiveWorld live, WebhookReplies replies, RandomGenerator chance) {
    this.live = live;
    this.replies = replies;
    this.chance = chance;
  }

  /** Takes up what waits for a bot whose webhook is set. */
  public void resume(long bot) {
    live.run(
        world -> {
          if (world.mail().webhook(bot).isSet()) {
            posting.add(bot);
            world.mail().lanes(bot).forEach(name -> start(new Lane(bot, name)));
          }
        });
  }

  /** What went wrong last for a bot. */
  public Optional<LastError> lastError(long bot) {
    return Optional.ofNullable(errors.get(bot));
  }

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.UpdateQueued queued -> {
        var update = queued.update();
        if (posting.contains(update.bot())) {
          start(new Lane(update.bot(), update.body().lane()));
        }
      }
      case Happening.WebhookChanged changed -> {
        connections.put(changed.bot(), new Semaphore(changed.webhook().maxConnections()));
        errors.remove(changed.bot());
        if (changed.webhook().isSet()) {
          lanes.execute(() -> resume(changed.bot()));
        } else {
          posting.remove(changed.bot());
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
  public void forgotten() {
    posting.clear();
  }

  @Override
  public void close() {
    closed = true;
    lanes.shutdownNow();
    poster.close();
  }

  private void start(Lane lane) {
    if (!closed && running.add(lane)) {
      lanes.execute(() -> run(lane));
    }
  }

  private void run(Lane lane) {
    var ladder = new Ladder(chance);
    try {
      for (var job = next(lane); job.isPresent(); job = next(lane)) {
        var update = job.get().update();
        switch (post(job.get())) {
          case Attempt.Taken taken -> {
            live.run(world -> world.mail().taken(update));
            ladder.reset();
            replies.replied(lane.bot(), taken.contentType(), taken.body());
          }
          case Attempt.Failed failed -> retry(job.get(), failed, ladder);
        }
      }
    } catch (InterruptedException e) {
      running.remove(lane);
      Thread.currentThread().interrupt();
    }
  }

  private void retry(Job job, Attempt.Failed failed, Ladder ladder) throws InterruptedException {
    var now = live.clock().instant();
    errors.put(job.update().bot(), new LastError(now.getEpochSecond(), failed.why()));
    var again = now.plus(ladder.pause(failed.retryAfter()));
    if (!again.isBefore(job.update().expires())) {
      live.run(world -> world.mail().givenUp(job.update()));
      ladder.reset();
      return;
    }
    live.awaitMoment(again);
  }

  /** The lane's next update; without one the lane ends, under the lock, so that none is missed. */
  private Optional<Job> next(Lane lane) {
    return live.with(
        world -> {
          var webhook = world.mail().webhook(lane.bot());
          var update =
              webhook.isSet() && !closed
                  ? world.mail().first(lane.bot(), lane.name())
                  : Optional.<Update>empty();
          if (update.isEmpty()) {
            running.remove(lane);
          }
          return update.map(
              found ->
                  new Job(found, webhook, Json.bytes(new Shapes(world.people()).update(found))));
        });
  }

  private Attempt post(Job job) throws InterruptedException {
    var permits = connections.computeIfAbsent(job.update().bot(), b -> new Semaphore(40));
    permits.acquire();
    try {
      return poster.post(job.webhook(), job.body());
    } finally {
      permits.release();
    }
  }
}
