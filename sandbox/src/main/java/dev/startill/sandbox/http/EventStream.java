package dev.startill.sandbox.http;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.wire.CallText;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.MemberShapes;
import dev.startill.sandbox.wire.Seen;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.wire.SubscriptionShapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Journal;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Update;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * {@code GET /sandbox/events}: what happens, as server-sent events. A reader that falls ten
 * thousand events behind is disconnected; its client reconnects and reads afresh. Nothing is
 * prepared while nobody reads.
 *
 * <p>{@code call} is an answered Bot API call as in the journal; its request or response is missing
 * if it is long, and can then be read from {@code /sandbox/calls}. {@code update} is an update that
 * was queued (with all of it, unless it is long), delivered, dropped or expired.
 */
public final class EventStream {
  private static final int BEHIND = 10_000;
  private static final long HEARTBEAT_SECONDS = 15;

  /** Characters of a request, a response or an update beyond which an event leaves it out. */
  private static final int LONGEST = 16_384;

  private record Event(String name, Supplier<String> data) {}

  private final LiveWorld live;
  private final Journal journal;
  private volatile boolean closed;

  /** Events of this World and of this journal. */
  public EventStream(LiveWorld live, Journal journal) {
    this.live = live;
    this.journal = journal;
  }

  void serve(ServerResponse response) {
    var reader = new Reader(live);
    Consumer<Journal.Entry> calls = reader::called;
    live.watch(reader);
    journal.follow(calls);
    try (var sink = response.sink(SseSink.TYPE)) {
      sink.emit(SseEvent.builder().comment("hello").build());
      while (!closed && !reader.lost) {
        var event = reader.queue.poll(1, TimeUnit.SECONDS);
        if (event != null) {
          sink.emit(SseEvent.builder().name(event.name()).data(event.data().get()).build());
          reader.idle = 0;
        } else if (++reader.idle >= HEARTBEAT_SECONDS) {
          sink.emit(SseEvent.builder().comment("still here").build());
          reader.idle = 0;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      // The reader went away, which is how every stream of events ends.
      return;
    } finally {
      live.unwatch(reader);
      journal.unfollow(calls);
    }
  }

  /** Ends all streams within a second. */
  public void close() {
    closed = true;
  }

  private static final class Reader implements Watcher {
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BEHIND);
    private final LiveWorld live;
    private volatile boolean lost;
    private int idle;

    Reader(LiveWorld live) {
      this.live = live;
    }

    @Override
    public void happened(Happening happening) {
      switch (happening) {
        case Happening.UserCame came -> put("user", Shapes.user(came.user()));
        case Happening.BotCame came -> put("bot", Shapes.bot(came.bot()));
        case Happening.BalanceMoved moved ->
            put("balance", Json.object().put("user", moved.user()).put("stars", moved.stars()));
        case Happening.MessageShown shown -> {
          var json = of(shown.message().chat());
          put(
              "message",
              json.set(
                  "message",
                  live.look(
                      world -> new Seen(world, viewer(shown.message())).message(shown.message()))));
        }
        case Happening.MessageGone gone ->
            put("message_gone", of(gone.chat()).put("message_id", gone.id()));
        case Happening.CommunityCame came ->
            put(
                "chat",
                live.look(world -> new Shapes(world.people()).chat(came.community().chat())));
        case Happening.MemberMoved moved ->
            put(
                "member",
                live.look(world -> new MemberShapes(world.people()).change(moved.change())));
        case Happening.PaymentMoved moved ->
            put(
                "payment",
                Json.object()
                    .put("user", moved.user())
                    .put("bot", moved.bot())
                    .put("status", moved.outcome().status()));
        case Happening.SubscriptionMoved moved -> {
          var subscription = moved.subscription();
          put(
              "subscription",
              live.look(
                  world -> new SubscriptionShapes(world.people()).subscription(subscription)));
        }
        case Happening.UpdateQueued queued -> {
          var update = live.look(world -> new Shapes(world.people()).update(queued.update()));
          moved(queued.update(), "queued", Json.text(update));
        }
        case Happening.UpdateMoved moved -> moved(moved.update(), moved.fate().word(), "");
        case Happening.ActionShown shown -> {
          var json = of(shown.chat()).put("bot", shown.bot());
          put("action", json.put("action", shown.name()));
        }
        case Happening.InlineAnswered a -> {}
        case Happening.CallbackAnswered c -> {}
        case Happening.WebhookChanged w -> {}
      }
    }

    void called(Journal.Entry entry) {
      var text = CallText.brief(entry, LONGEST);
      offer(new Event("call", () -> text));
    }

    private void moved(Update update, String state, String text) {
      var json = Json.object().put("bot", update.bot());
      if (update.id() > 0) {
        json.put("update_id", update.id());
      }
      json.put("kind", update.body().kind()).put("state", state);
      if (!text.isEmpty() && text.length() <= LONGEST) {
        json.putRawValue("update", new RawValue(text));
      }
      put("update", json);
    }

    /** In a private chat the user looks on, elsewhere anybody. */
    private static long viewer(Message message) {
      return switch (message.chat()) {
        case Chat.Private p -> p.user();
        case Chat.Shared shared -> 0;
      };
    }

    /** A private chat is named by its two sides, another by its number. */
    private static ObjectNode of(Chat chat) {
      return switch (chat) {
        case Chat.Private p -> Json.object().put("user", p.user()).put("bot", p.bot());
        case Chat.Shared shared -> Json.object().put("chat", shared.id());
      };
    }

    @Override
    public void clockMoved(Instant now) {
      put("clock", Json.object().put("now", now.toString()));
    }

    @Override
    public void forgotten() {
      put("reset", Json.object());
    }

    private void put(String name, ObjectNode data) {
      offer(new Event(name, () -> Json.text(data)));
    }

    private void offer(Event event) {
      if (!queue.offer(event)) {
        lost = true;
      }
    }
  }
}
