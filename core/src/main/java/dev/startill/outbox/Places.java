package dev.startill.outbox;

import dev.startill.intake.Lent;
import dev.startill.intake.Outlet;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many messages may be under way at once, and who delivers those that were leased as they were
 * written. There is no place before somebody delivers, and none after the end. Threads share it.
 */
public final class Places implements Outlet {
  private final int all;
  private final Semaphore free;
  private final Signal signal = new Signal();
  private volatile @Nullable Consumer<Parcel> courier;
  private volatile boolean open;
  private volatile boolean backlog;

  /** So many of them. */
  public Places(int all) {
    this.all = all;
    this.free = new Semaphore(all);
  }

  /**
   * From now on this one gets what was leased as it was written, and frees its place afterwards.
   */
  void open(Consumer<Parcel> deliverer) {
    courier = deliverer;
    open = true;
  }

  /** From now on nothing is leased as it is written; what is being written still leaves. */
  void close() {
    open = false;
    signal.run();
  }

  @Override
  public boolean reserve() {
    var reserved = open && free.tryAcquire();
    if (!reserved) {
      backlog = true;
    }
    return reserved;
  }

  @Override
  public void giveBack() {
    free.release();
    if (backlog) {
      signal.run();
    }
  }

  @Override
  public void send(Lent lent, Instant until) {
    var parcel = new Parcel(lent.due(), Optional.of(lent.order()), lent.code(), until, true);
    Objects.requireNonNull(courier, "No place was reserved.").accept(parcel);
  }

  @Override
  public void wake() {
    backlog = true;
    signal.run();
  }

  /**
   * Takes places for messages that are to be claimed: not all, for meanwhile others are written.
   *
   * @param most at most so many
   * @return how many, at least one
   */
  int takeSome(int most) throws InterruptedException {
    free.acquire();
    var more = Math.min(most - 1, free.availablePermits() / 2);
    return more > 0 && free.tryAcquire(more) ? 1 + more : 1;
  }

  /** Whether messages wait that nobody was lent; asking begins anew. */
  boolean takeBacklog() {
    var had = backlog;
    backlog = false;
    return had;
  }

  /** Gives back places that were not needed, and tells whether the others were too few. */
  void claimed(int places, int needed) {
    backlog |= needed == places;
    free.release(places - needed);
  }

  /** Returns when woken, or after this long. */
  void await(Duration most) {
    signal.await(most);
  }

  /** Waits until nothing is under way; whether that was so within this time. */
  boolean awaitEmpty(Duration patience) throws InterruptedException {
    var empty = free.tryAcquire(all, patience.toMillis(), TimeUnit.MILLISECONDS);
    if (empty) {
      free.release(all);
    }
    return empty;
  }
}
