package dev.startill.node;

import dev.startill.port.Lease;
import dev.startill.port.Leases;
import dev.startill.port.NodeId;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's hold on a duty: takes its lease whenever nobody has it, renews it after each third of
 * its life, and knows by its own watch when it may have run out. The watch starts before the store
 * is asked, so that this node stops to believe in a lease before the store gives it to another:
 * only the watch's pace matters, and no clock of any node. A process that was frozen wakes up to a
 * watch that says no. Threads share it.
 */
public final class Tenure implements Turn, AutoCloseable {
  /** A checkout may wait ten seconds: when its poller dies, another answers in time. */
  public static final Duration LIFE = Duration.ofSeconds(6);

  private static final Logger log = LoggerFactory.getLogger(Tenure.class);

  /** Two renewals may fail before the lease does. */
  private static final int RENEWALS = 3;

  private final Store store;
  private final Lease.Duty duty;
  private final NodeId node;
  private final Duration life;
  private final LongSupplier watch;
  private final ReentrantLock attending = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<Lease> ours = Optional.empty();
  private Optional<Lease> seen = Optional.empty();
  private long end;
  private boolean failing;
  private boolean closed;

  private Tenure(Store store, Lease.Duty duty, NodeId node, Duration life, LongSupplier watch) {
    this.store = store;
    this.duty = duty;
    this.node = node;
    this.life = life;
    this.watch = watch;
  }

  /** A node's hold on a duty, which nobody attends to yet. */
  public static Tenure of(Store store, Lease.Duty duty, NodeId node) {
    return of(store, duty, node, LIFE, System::nanoTime);
  }

  /**
   * The same, with another life and another watch.
   *
   * @param watch nanoseconds since any moment; it goes on while the process is frozen
   */
  public static Tenure of(
      Store store, Lease.Duty duty, NodeId node, Duration life, LongSupplier watch) {
    return new Tenure(store, duty, node, life, watch);
  }

  /** Attends to it on a thread of its own, until it is closed. */
  public Tenure start() {
    Thread.ofVirtual().name("startill-lease-" + duty.word()).start(this::run);
    return this;
  }

  @Override
  public boolean isOurs() {
    return held().isPresent();
  }

  /** The lease that this node holds, if it does. */
  public Optional<Lease> held() {
    lock.lock();
    try {
      return ours.filter(lease -> !closed && left() > 0);
    } finally {
      lock.unlock();
    }
  }

  /** Whether this very lease is held: not one that was taken anew since. */
  public boolean holds(Lease lease) {
    return held().filter(held -> held.token() == lease.token()).isPresent();
  }

  /** Who had the duty when this node last looked. */
  public Optional<Lease> seen() {
    lock.lock();
    try {
      return seen;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until this node holds the duty. */
  public Lease awaitTurn() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (held().isEmpty()) {
        changed.await();
      }
      return held().orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until this very lease is not held any more. */
  public void awaitEnd(Lease lease) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (holds(lease)) {
        changed.awaitNanos(left());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks after it once: renews what is held, or takes what nobody has. */
  public void attend() {
    attending.lock();
    try {
      if (!isClosed()) {
        ask();
      }
    } finally {
      attending.unlock();
    }
  }

  /** Lets it go, so that another node takes over at once. */
  @Override
  public void close() {
    shut();
    attending.lock();
    try {
      lease().ifPresent(this::letGo);
    } finally {
      attending.unlock();
    }
  }

  private void run() {
    while (!isClosed()) {
      try {
        attend();
      } catch (RuntimeException | Error e) {
        log.error("duty={} met a defect; it is attended to again", duty.word(), e);
      }
      pause();
    }
  }

  /** In the lane of the checkouts: what fills the other one must not cost this node its duty. */
  private void ask() {
    var asked = watch.getAsLong();
    var before = lease();
    try {
      learn(store.inTransaction(Store.Lane.CHECKOUT, work -> look(work.leases(), before)), asked);
    } catch (StoreException e) {
      failed(e);
    }
  }

  private Look look(Leases leases, Optional<Lease> before) {
    var mine =
        before.flatMap(lease -> leases.renew(lease, life)).or(() -> leases.take(duty, node, life));
    return new Look(mine, mine.or(() -> leases.held(duty)));
  }

  private void learn(Look look, long asked) {
    lock.lock();
    try {
      tell(look);
      ours = look.mine();
      seen = look.anybodys();
      end = asked + life.toNanos();
      failing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Look look) {
    if (look.mine().isPresent()) {
      var token = look.mine().get().token();
      if (ours.filter(lease -> lease.token() == token).isEmpty()) {
        log.info("duty={} node={} token={}: it is ours", duty.word(), node, token);
      }
    } else if (ours.isPresent()) {
      log.warn(
          "duty={} node={} token={}: it was lost, and is {}'s now",
          duty.word(),
          node,
          ours.get().token(),
          look.anybodys().map(lease -> lease.holder().value()).orElse("nobody"));
    }
  }

  /** Said once: what was held runs out by itself. */
  private void failed(StoreException e) {
    lock.lock();
    try {
      if (!failing) {
        log.warn(
            "duty={} node={} could not be looked after. {}", duty.word(), node, e.getMessage());
      }
      failing = true;
    } finally {
      lock.unlock();
    }
  }

  private void letGo(Lease lease) {
    try {
      store.inTransaction(
          Store.Lane.CHECKOUT,
          work -> {
            work.leases().letGo(lease);
            return lease;
          });
    } catch (StoreException e) {
      log.warn("duty={} runs out by itself. {}", duty.word(), e.getMessage());
    }
  }

  private void pause() {
    lock.lock();
    try {
      var nanos = life.dividedBy(RENEWALS).toNanos();
      while (nanos > 0 && !closed) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** From here on nothing is held. */
  private void shut() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Lease> lease() {
    lock.lock();
    try {
      return ours;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private long left() {
    return end - watch.getAsLong();
  }

  /** What the store said: this node's lease, and whosever it is. */
  private record Look(Optional<Lease> mine, Optional<Lease> anybodys) {}
}
