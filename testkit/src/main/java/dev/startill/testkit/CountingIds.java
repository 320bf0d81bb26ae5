package dev.startill.testkit;

import dev.startill.payment.LinkId;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.payment.RefundId;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count: the same at every run, in the form of the real ones. Threads share it. */
public final class CountingIds {
  private final AtomicLong last = new AtomicLong();

  /** The next one, such as {@code ord_00000000000000000000000001}; it sorts after all before. */
  public String next(String prefix) {
    return "%s_%026d".formatted(prefix, last.incrementAndGet());
  }

  /** The next order's. */
  public OrderId order() {
    return new OrderId(next("ord"));
  }

  /** The next link's. */
  public LinkId link() {
    return new LinkId(next("lnk"));
  }

  /** The next refund's. */
  public RefundId refund() {
    return new RefundId(next("re"));
  }

  /** The next message's. */
  public MessageId message() {
    return new MessageId(next("msg"));
  }
}
