package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.telegram.Sale.State;
import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The buyers: each types /buy, pays the first invoice that comes, and waits for the goods. For the
 * loop's thread.
 */
final class Market {
  /** Telegram cancels a payment whose checkout is not answered by then. */
  private static final long FOR_AN_ANSWER = TimeUnit.SECONDS.toNanos(10);

  private static final long FOR_AN_INVOICE = TimeUnit.SECONDS.toNanos(10);
  private static final long FOR_THE_GOODS = TimeUnit.SECONDS.toNanos(20);

  /** Whoever was refused tries again, but not in a rush. */
  private static final long AFTER_A_REFUSAL = TimeUnit.MILLISECONDS.toNanos(50);

  private static final String BEFORE_KEY = "(order ";

  private final Loop loop;
  private final Tally tally;
  private final Consumer<Bytes> teller;
  private final List<Buyer> buyers = new ArrayList<>();
  private final Deque<Buyer> idle = new ArrayDeque<>();
  private final List<Sale> sales = new ArrayList<>();
  private final List<Sale> paid = new ArrayList<>();
  private final Map<String, Sale> byPayload = new HashMap<>();
  private boolean isClosedLoop;
  private boolean isOpen;
  private int kills;
  private int refused;
  private int expired;
  private int unheard;

  /**
   * A market.
   *
   * @param teller brings the rest of an update to the bot, from the comma behind its number on
   */
  Market(Loop loop, Tally tally, Consumer<Bytes> teller) {
    this.loop = loop;
    this.tally = tally;
    this.teller = teller;
  }

  /** So many buyers begin at once, and each begins anew when it is done. */
  void openTo(int number) {
    isOpen = true;
    isClosedLoop = true;
    for (var i = 0; i < number; i++) {
      begin(someone(), System.nanoTime());
    }
  }

  /** So many purchases begin each second, whatever became of the earlier ones. */
  void openAt(double perSecond) {
    isOpen = true;
    isClosedLoop = false;
    come(System.nanoTime(), 1e9 / perSecond, 0);
  }

  /** Nobody begins any more. */
  void close() {
    isOpen = false;
  }

  /** How many purchases are under way. */
  int underWay() {
    return buyers.size() - idle.size();
  }

  void killed() {
    kills++;
  }

  /** An invoice came; the first one is paid at once. */
  void invoiced(long chat, String payload) {
    var sale = buyers.get(Buyer.numberOf(chat)).sale;
    if (sale == null || sale.state != State.ASKED) {
      return;
    }
    sale.payload = payload;
    byPayload.put(payload.startsWith("st:") ? payload.substring(3) : payload, sale);
    sale.confirmed = System.nanoTime();
    advance(sale, State.CONFIRMED, sale.confirmed);
    var update = new Bytes().add("\"pre_checkout_query\":{\"id\":\"").add(QUERY + sale.number);
    update.add("\",\"from\":").add(sale.buyer.user);
    update.add(",\"currency\":\"XTR\",\"total_amount\":50,\"invoice_payload\":\"").add(payload);
    teller.accept(update.add("\"}"));
  }

  /** Whether the query was still open. */
  boolean answered(long query, boolean ok) {
    var number = query - QUERY;
    var sale = number >= 0 && number < sales.size() ? sales.get((int) number) : null;
    if (sale == null || sale.state != State.CONFIRMED) {
      return false;
    }
    var now = System.nanoTime();
    tally.answered(now - sale.confirmed);
    if (ok) {
      pay(sale, now);
    } else {
      refused++;
      giveUp(sale);
    }
    return true;
  }

  /** A text came; it may be somebody's goods. */
  void read(String text) {
    var at = text.indexOf(BEFORE_KEY);
    if (at < 0) {
      return;
    }
    var key = text.substring(at + BEFORE_KEY.length(), text.indexOf(')', at));
    var number = Sale.numberOf(key);
    var sale = number >= 0 ? sales.get(number) : byPayload.get(key);
    if (sale == null) {
      throw new IllegalStateException("Goods came for what nobody bought: " + text);
    }
    sale.toldAgain |= sale.told > 0 && sale.killsBefore == kills;
    sale.killsBefore = kills;
    if (sale.told++ == 0) {
      var now = System.nanoTime();
      tally.told(now - sale.paid, now - sale.begun);
      if (sale.state == State.PAID) {
        advance(sale, State.TOLD, now);
        done(sale.buyer);
      }
    }
  }

  /** Lets those go who have waited too long. */
  void sweep(long now) {
    for (var buyer : buyers) {
      var sale = buyer.sale;
      if (sale != null) {
        var patience =
            switch (sale.state) {
              case ASKED -> FOR_AN_INVOICE;
              case CONFIRMED -> FOR_AN_ANSWER;
              case PAID -> FOR_THE_GOODS;
              case TOLD, GIVEN_UP -> Long.MAX_VALUE;
            };
        if (now - buyer.since > patience) {
          tire(sale);
        }
      }
    }
  }

  /** Every payment there was, in order. */
  List<Sale> paid() {
    return paid;
  }

  /** What became of all payments. */
  Count count() {
    var lost = 0;
    var twice = 0;
    var excused = 0;
    for (var sale : paid) {
      if (sale.told == 0) {
        lost++;
      } else if (sale.told > 1) {
        twice++;
        excused += sale.toldAgain ? 0 : 1;
      }
    }
    return new Count(paid.size(), lost, twice, excused, refused, expired, unheard);
  }

  private void come(long due, double between, long count) {
    if (!isOpen) {
      return;
    }
    var next = count;
    var now = System.nanoTime();
    for (; due + (long) (next * between) <= now; next++) {
      begin(someone(), due + (long) (next * between));
    }
    var begun = next;
    loop.after(TimeUnit.MILLISECONDS.toNanos(1), () -> come(due, between, begun));
  }

  private Buyer someone() {
    var rested = idle.pollFirst();
    if (rested != null) {
      return rested;
    }
    var buyer = new Buyer(buyers.size());
    buyers.add(buyer);
    return buyer;
  }

  private void begin(Buyer buyer, long when) {
    var sale = new Sale(sales.size(), buyer, when);
    sales.add(sale);
    buyer.sale = sale;
    buyer.since = System.nanoTime();
    teller.accept(
        message(sale, 2)
            .add(",\"text\":\"/buy\",\"entities\":[{\"offset\":0,\"length\":4,")
            .add("\"type\":\"bot_command\"}]}"));
  }

  private void pay(Sale sale, long now) {
    sale.paid = now;
    paid.add(sale);
    advance(sale, State.PAID, now);
    var update = message(sale, 3).add(",\"successful_payment\":{\"currency\":\"XTR\",");
    update.add("\"total_amount\":50,\"invoice_payload\":\"").add(sale.payload);
    update.add("\",\"telegram_payment_charge_id\":\"").add(sale.charge());
    update.add("\",\"provider_payment_charge_id\":\"").add(sale.buyer.id).add("_7\"}}");
    teller.accept(update);
  }

  /** A message up to its chat; each purchase has four numbers for its messages. */
  private Bytes message(Sale sale, int which) {
    var seconds = Duration.ofMillis(System.currentTimeMillis()).toSeconds();
    var update = new Bytes().add("\"message\":{\"message_id\":").add(4L * sale.number + which);
    update.add(",\"from\":").add(sale.buyer.user).add(",\"chat\":").add(sale.buyer.chat);
    return update.add(",\"date\":").add(seconds);
  }

  private static void advance(Sale sale, State state, long now) {
    sale.state = state;
    sale.buyer.since = now;
  }

  private void tire(Sale sale) {
    switch (sale.state) {
      case ASKED, CONFIRMED -> {
        expired++;
        giveUp(sale);
      }
      case PAID -> {
        unheard++;
        done(sale.buyer);
      }
      case TOLD, GIVEN_UP -> {}
    }
  }

  private void giveUp(Sale sale) {
    sale.state = State.GIVEN_UP;
    sale.buyer.sale = null;
    loop.after(AFTER_A_REFUSAL, () -> done(sale.buyer));
  }

  private void done(Buyer buyer) {
    buyer.sale = null;
    if (isOpen && isClosedLoop) {
      begin(buyer, System.nanoTime());
    } else {
      idle.add(buyer);
    }
  }

  /** Queries have numbers far from all others. */
  private static final long QUERY = 9_000_000_000_000_000L;
}
