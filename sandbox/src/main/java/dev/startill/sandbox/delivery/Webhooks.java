package dev.startill.sandbox.delivery;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Letter;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Webhook;
import dev.startill.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Posts updates to webhooks (WebhookActor.cpp): in order within a lane, lanes in parallel, so a
 * message that cannot be delivered holds up its chat and not the buyers' pre-checkouts. Only the
 * oldest updates are looked at, twice as many as connections may be open. Pauses run on the
 * sandbox's clock. Thread-safe.
 */
public final class Webhooks implements Watcher, AutoCloseable {
  /** How long a receiver may take: tdlib/telegram-bot-api, issues 211 and 341. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_SETTINGS = Duration.ofSeconds(1);

  /** What went wrong last, for getWebhookInfo; the date is in Unix seconds. */
  public record LastError(long date, String message) {}

  private final LiveWorld live;
  private final WebhookReplies replies;
  private final RandomGenerator chance;
  private final Duration patience;
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Long, Post> posts = new ConcurrentHashMap<>();
  private final Map<Long, Instant> settable = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** To be made a watcher of this World; receivers may take so long. */
  public Webhooks(
      LiveWorld live, WebhookReplies replies, RandomGenerator chance, Duration patience) {
    this.live = live;
    this.replies = replies;
    this.chance = chance;
    this.patience = patience;
  }

  /** Takes up what waits for a bot whose webhook is set. */
  public void resume(long bot) {
    live.run(
        world -> {
          var webhook = world.mail().webhook(bot);
          if (webhook.isSet()) {
            begin(bot, webhook);
            pump(world, bot);
          }
        });
  }

  /** What went wrong last for a bot. */
  public Optional<LastError> lastError(long bot) {
    return Optional.ofNullable(posts.get(bot)).flatMap(Post::lastError);
  }

  /**
   * To be asked before a webhook is set, which may happen once a second.
   *
   * @throws Refusal 429 when that was too soon
   */
  public void throttle(long bot, Instant now) {
    if (now.isBefore(settable.getOrDefault(bot, Instant.MIN))) {
      throw Refusal.tooMany(Math.toIntExact(BETWEEN_SETTINGS.toSeconds()));
    }
    settable.put(bot, now.plus(BETWEEN_SETTINGS));
  }

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.UpdateQueued queued -> {
        long bot = queued.update().bot();
        if (posts.containsKey(bot)) {
          lanes.execute(() -> live.run(world -> pump(world, bot)));
        }
      }
      case Happening.WebhookChanged changed -> {
        end(changed.bot());
        if (changed.webhook().isSet()) {
          lanes.execute(() -> resume(changed.bot()));
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
    posts.keySet().forEach(this::end);
    settable.clear();
  }

  @Override
  public void close() {
    closed = true;
    lanes.shutdownNow();
    posts.keySet().forEach(this::end);
  }

  /**
   * A webhook that was set again starts afresh; what is on its way to the old one does not count.
   */
  private void begin(long bot, Webhook webhook) {
    end(bot);
    posts.put(bot, new Post(bot, webhook, patience));
  }

  private void end(long bot) {
    var old = posts.remove(bot);
    if (old != null) {
      old.close();
    }
  }

  /** Starts the lanes of the oldest updates that do not run yet. */
  private void pump(World world, long bot) {
    var post = posts.get(bot);
    if (post != null && !closed) {
      world
          .mail()
          .first(bot, post.window())
          .map(letter -> letter.update().body().lane())
          .filter(post::enter)
          .forEach(lane -> lanes.execute(() -> run(post, lane)));
    }
  }

  private void run(Post post, String lane) {
    try {
      for (var letter = next(post, lane); letter.isPresent(); letter = next(post, lane)) {
        deliver(post, letter.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The lane's next update; without one the lane ends, under the lock, so that none is missed. */
  private Optional<Letter> next(Post post, String lane) {
    return live.with(
        world -> {
          var letter =
              isCurrent(post)
                  ? world
                      .mail()
                      .first(post.bot(), post.window())
                      .filter(each -> each.update().body().lane().equals(lane))
                      .findFirst()
                  : Optional.<Letter>empty();
          if (letter.isEmpty()) {
            post.leave(lane);
          }
          return letter;
        });
  }

  /** Tries until the update was taken, or it is given up, or another webhook is set. */
  private void deliver(Post post, Letter letter) throws InterruptedException {
    var ladder = new Ladder(chance);
    var text = letter.text();
    while (isCurrent(post)) {
      switch (post.send(text)) {
        case Attempt.Taken taken -> {
          if (over(post, world -> world.mail().taken(letter.update()))) {
            replies.replied(post.bot(), taken.contentType(), taken.body());
          }
          return;
        }
        case Attempt.Refused refused -> {
          post.refused(refused, live.clock().instant());
          if (post.isGoneFor(live.clock().instant())) {
            var gone = over(post, world -> world.mail().setWebhook(post.bot(), Webhook.NONE));
            assert gone || !isCurrent(post);
            return;
          }
          if (!retries(post, letter, ladder.pause(refused.retryAfter()))) {
            return;
          }
        }
        case Attempt.Broken broken -> {
          post.broken(broken, live.clock().instant());
          if (!retries(post, letter, ladder.pause(0))) {
            return;
          }
        }
      }
    }
  }

  /** Waits for the next try, unless the update's time would be over. */
  private boolean retries(Post post, Letter letter, Duration pause) throws InterruptedException {
    var again = live.clock().instant().plus(pause);
    if (again.isAfter(letter.update().expires())) {
      var given = over(post, world -> world.mail().givenUp(letter.update()));
      assert given || !isCurrent(post);
      return false;
    }
    live.awaitMoment(again);
    return true;
  }

  /** Does the last thing with an update and looks for others; false when the webhook is no more. */
  private boolean over(Post post, Consumer<World> work) {
    return live.with(
        world -> {
          if (!isCurrent(post)) {
            return false;
          }
          work.accept(world);
          pump(world, post.bot());
          return true;
        });
  }

  private boolean isCurrent(Post post) {
    return !closed && posts.get(post.bot()) == post;
  }
}
