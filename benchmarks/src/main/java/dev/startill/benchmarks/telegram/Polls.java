package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.HttpServer.Exchange;
import dev.startill.benchmarks.wire.Loop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * getUpdates: updates are kept until a later call's offset confirms them. As in Telegram's Bot API
 * server, a held call waits a millisecond for company, two at most, and whoever asks for the same
 * offset twice within half a second is shown one update (tdlib/telegram-bot-api, {@code Client.h}
 * and {@code Client.cpp}). For the loop's thread.
 */
final class Polls implements Outlet {
  private static final long WAITS_AFTER = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long WAITS_AT_MOST = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MOST = 100;

  private final Loop loop;
  private final long halfTrip;
  private final Deque<Update> unconfirmed = new ArrayDeque<>();
  private @Nullable Held held;
  private long lastOffset = -1;
  private long lastAsked;
  private boolean isDue;
  private long firstCame;
  private long lastCame;

  private record Update(long id, Bytes json) {}

  private record Held(Exchange exchange, int limit, long until) {}

  Polls(Loop loop, long halfTrip) {
    this.loop = loop;
    this.halfTrip = halfTrip;
  }

  @Override
  public void tell(long id, Bytes update) {
    unconfirmed.add(new Update(id, update));
    lastCame = System.nanoTime();
    if (held != null && !isDue) {
      isDue = true;
      firstCame = lastCame;
      loop.after(WAITS_AFTER, this::answerIfDue);
    }
  }

  @Override
  public boolean repeatsKeepTheirNumber() {
    return false;
  }

  /** What nobody has confirmed goes another way from now on. */
  void moveTo(Outlet other) {
    unconfirmed.forEach(update -> other.tell(update.id, update.json));
    unconfirmed.clear();
  }

  void ask(Call.GetUpdates call, Exchange exchange) {
    if (held != null) {
      release(held);
    }
    while (!unconfirmed.isEmpty() && unconfirmed.getFirst().id < call.offset()) {
      unconfirmed.removeFirst();
    }
    var now = System.nanoTime();
    var again = call.offset() == lastOffset && now - lastAsked < SOON;
    lastOffset = call.offset();
    lastAsked = now;
    var limit = again ? 1 : Math.clamp(call.limit(), 1, MOST);
    held = new Held(exchange, limit, now + TimeUnit.SECONDS.toNanos(call.timeout()));
    isDue = false;
    if (!unconfirmed.isEmpty() || call.timeout() == 0) {
      release(held);
    }
  }

  /** Ends a call that was held long enough, and forgets one whose bot is gone. */
  void sweep(long now) {
    if (held != null && now - held.until >= 0) {
      release(held);
    }
  }

  private void answerIfDue() {
    if (!isDue || held == null) {
      return;
    }
    var now = System.nanoTime();
    if (now - lastCame >= WAITS_AFTER || now - firstCame >= WAITS_AT_MOST) {
      release(held);
    } else {
      loop.after(WAITS_AFTER, this::answerIfDue);
    }
  }

  private void release(Held call) {
    held = null;
    isDue = false;
    var body = new Bytes().add("{\"ok\":true,\"result\":[");
    var left = call.limit;
    for (var update : unconfirmed) {
      if (left-- == 0) {
        break;
      }
      if (left < call.limit - 1) {
        body.add(",");
      }
      body.add(update.json);
    }
    body.add("]}");
    loop.after(halfTrip, () -> call.exchange.answer(body));
  }
}
