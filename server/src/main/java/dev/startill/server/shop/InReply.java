package dev.startill.server.shop;

import dev.startill.intake.Update;
import dev.startill.payment.Answer;
import dev.startill.payment.OrderId;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates from a webhook and lets answers to checkouts leave in its replies, for as long as
 * payments follow. Telegram tells nobody what became of such an answer, and whatever stands between
 * it and us may drop it. So where an approval was said in a reply and nobody was paid since, soon
 * enough, neither this node nor another, answers leave by calls from then on. Threads share it.
 */
public final class InReply implements Function<Incoming, Optional<Answer>> {
  private static final Logger LOG = LoggerFactory.getLogger(InReply.class);

  /** Telegram waits ten seconds for an answer, and the payment follows it at once. */
  private static final Duration SOON_ENOUGH = Duration.ofSeconds(20);

  private final Function<Incoming, Optional<Answer>> taker;
  private final Consumer<Answer> teller;
  private final Predicate<OrderId> isPaid;
  private final LongSupplier nanos;
  private boolean isTrusted = true;
  private Optional<Approval> approved = Optional.empty();

  /** A checkout that was approved in a reply, and when. */
  private record Approval(OrderId order, String payload, long at) {}

  /**
   * What takes updates so.
   *
   * @param taker takes one in, and returns what Telegram must hear at once
   * @param teller tells it by a call
   * @param isPaid whether the books have a payment of an order, whichever node took it in
   * @param nanos the time, as {@link System#nanoTime()} has it
   */
  public InReply(
      Function<Incoming, Optional<Answer>> taker,
      Consumer<Answer> teller,
      Predicate<OrderId> isPaid,
      LongSupplier nanos) {
    this.taker = taker;
    this.teller = teller;
    this.isPaid = isPaid;
    this.nanos = nanos;
  }

  /** Takes one in; returns what the reply is to say. */
  @Override
  public Optional<Answer> apply(Incoming incoming) {
    var answer = taker.apply(incoming);
    if (updateOf(incoming) instanceof Update.Payment payment) {
      paid(payment.payload());
    }
    if (answer.isEmpty() || mayReplyWith(answer.get(), incoming)) {
      return answer;
    }
    teller.accept(answer.get());
    return Optional.empty();
  }

  /** Any other payment may have been approved by a call, or by another node. */
  private synchronized void paid(String payload) {
    approved = approved.filter(approval -> !approval.payload.equals(payload));
  }

  private boolean mayReplyWith(Answer answer, Incoming asked) {
    overdue().map(Approval::order).filter(this::wasNeverPaid).ifPresent(order -> doubt());
    return watches(answer, asked);
  }

  /** The approval whose payment did not come here in time. Of many threads one is given it. */
  private synchronized Optional<Approval> overdue() {
    var overdue = approved.filter(this::isOver);
    overdue.ifPresent(approval -> approved = Optional.empty());
    return overdue;
  }

  /** Another node may have been brought the payment. */
  private boolean wasNeverPaid(OrderId order) {
    try {
      return !isPaid.test(order);
    } catch (StoreException e) {
      LOG.debug("Whether {} was paid could not be read. {}", order.value(), e.getMessage());
      return false;
    }
  }

  private synchronized void doubt() {
    if (isTrusted) {
      isTrusted = false;
      LOG.warn(
          "A checkout was approved in the reply to its webhook, and no payment came for {} s."
              + " Answers leave by calls of their own from now on. If a proxy empties our replies,"
              + " write 'answer-in-reply: false'.",
          SOON_ENOUGH.toSeconds());
    }
  }

  /** Whether replies are trusted; the first approval in one is watched until it is paid. */
  private synchronized boolean watches(Answer answer, Incoming asked) {
    if (isTrusted
        && approved.isEmpty()
        && answer instanceof Answer.Approve approve
        && updateOf(asked) instanceof Update.Checkout checkout) {
      approved = Optional.of(new Approval(approve.order(), checkout.payload(), nanos.getAsLong()));
    }
    return isTrusted;
  }

  private boolean isOver(Approval approval) {
    return nanos.getAsLong() - approval.at > SOON_ENOUGH.toNanos();
  }

  private static @Nullable Update updateOf(Incoming incoming) {
    return incoming instanceof Incoming.Understood understood ? understood.update() : null;
  }
}
