package dev.startill.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Buyers who buy without end, whether or not the shop is there, once it has been there. */
final class Crowd {
  private static final long PURSE = 1_000_000_000L;

  /** Whoever gets no invoice asks again: the shop may have died with it in hand. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Box box;
  private final List<Buyer> buyers = new ArrayList<>();
  private final CountDownLatch gone;
  private final CountDownLatch stop = new CountDownLatch(1);

  Crowd(Box box, int size) {
    this.box = box;
    this.gone = new CountDownLatch(size);
    for (var i = 0; i < size; i++) {
      buyers.add(box.buyer("Buyer " + i, PURSE));
    }
  }

  List<Buyer> buyers() {
    return buyers;
  }

  Crowd come() {
    buyers.forEach(buyer -> Thread.ofVirtual().start(() -> buyWithoutEnd(buyer)));
    return this;
  }

  /** Lets each finish what it is at. */
  void leave() throws InterruptedException {
    stop.countDown();
    if (!gone.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("Some buyers did not leave.");
    }
  }

  private void buyWithoutEnd(Buyer buyer) {
    var seen = new AtomicLong();
    try {
      box.awaitBot();
      while (stop.getCount() > 0) {
        buyer.says("/buy");
        var invoice = awaitInvoice(buyer, seen);
        if (invoice != null) {
          buyer.pays(invoice);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gone.countDown();
    }
  }

  private @Nullable JsonNode awaitInvoice(Buyer buyer, AtomicLong seen)
      throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (stop.getCount() > 0 && System.nanoTime() < end) {
      var news =
          box.get(
              "/sandbox/users/%d/messages?bot=%d&after=%d"
                  .formatted(buyer.id(), Box.BOT, seen.get()));
      var invoice =
          StreamSupport.stream(news.spliterator(), false)
              .peek(message -> seen.set(message.get("message_id").asLong()))
              .filter(message -> message.has("invoice"))
              .reduce((first, last) -> last);
      if (invoice.isPresent()) {
        return invoice.get();
      }
      if (stop.await(15, TimeUnit.MILLISECONDS)) {
        return null;
      }
    }
    return null;
  }
}
