package dev.startill.sandbox.live;

import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one World behind its one lock. Whoever uses it finds it at the present moment: all deadlines
 * up to now have passed. Thread-safe; the work handed in must not block or do I/O.
 */
public final class LiveWorld implements AutoCloseable {
  /** While a deadline is pending, the timer looks this often at a base clock moved by hand. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  /**
   * A base clock that runs by itself is looked at this often: a machine sleeps, and is set right.
   */
  private static final long NAP = TimeUnit.SECONDS.toNanos(10);

  /** Makes a World that tells this consumer what happens. */
  public interface Maker {
    /** An empty World at that moment. */
    World make(Instant now, Consumer<Happening> watcher);
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition timer = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean changed = new AtomicBoolean();
  private final SandboxClock clock;
  private final Maker maker;
  private final Thread ticker;
  private World world;
  private Instant alarm = Instant.MAX;
  private boolean closed;

  /** Begins with an empty World and starts the timer. */
  @SuppressWarnings("this-escape") // the timer thread starts last and sees all fields
  public LiveWorld(SandboxClock clock, Maker maker) {
    this.clock = clock;
    this.maker = maker;
    this.world = maker.make(clock.instant(), this::tell);
    this.ticker = Thread.ofVirtual().name("sandbox-timer").unstarted(this::tick);
    clock.whenMoved(this::clockMoved);
    ticker.start();
  }

  /** Works on the World, alone. */
  public <T> T with(Function<World, T> work) {
    lock.lock();
    try {
      world.advanceTo(clock.instant());
      var result = work.apply(world);
      changed.set(true);
      rouse();
      return result;
    } finally {
      lock.unlock();
    }
  }

  /** Reads the World as it is: time does not move and nothing counts as changed. */
  public <T> T look(Function<World, T> reading) {
    lock.lock();
    try {
      return reading.apply(world);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #with}, for work without a result. */
  public void run(Consumer<World> work) {
    boolean done =
        with(
            present -> {
              work.accept(present);
              return true;
            });
    assert done;
  }

  /** Has somebody told what happens from now on. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Stops telling. */
  public void unwatch(Watcher watcher) {
    watchers.remove(watcher);
  }

  /** Forgets everything and begins again; updates go on counting, and bots may be kept. */
  public void forget(boolean keepBots) {
    lock.lock();
    try {
      var former = world;
      world = maker.make(clock.instant(), this::tell);
      world.follow(former);
      changed.set(true);
      watchers.forEach(Watcher::forgotten);
      if (keepBots) {
        world.adoptBots(former);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until sandbox time has reached the moment, however it gets there, or this is closed. */
  public void awaitMoment(Instant moment) throws InterruptedException {
    lock.lock();
    try {
      for (var left = left(moment); !closed && left > 0; left = left(moment)) {
        var woken = moved.awaitNanos(left);
        assert woken <= left;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether anything may have changed since this was last asked. */
  public boolean takeChanged() {
    return changed.getAndSet(false);
  }

  /** Sandbox time. */
  public SandboxClock clock() {
    return clock;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      timer.signalAll();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Happening happening) {
    changed.set(true);
    watchers.forEach(watcher -> watcher.happened(happening));
  }

  /** The timer sleeps until its alarm; what falls due before that must wake it. */
  private void rouse() {
    if (world.nextDeadline().orElse(Instant.MAX).isBefore(alarm)) {
      timer.signal();
    }
  }

  private void clockMoved() {
    lock.lock();
    try {
      var now = clock.instant();
      world.advanceTo(now);
      changed.set(true);
      moved.signalAll();
      timer.signal();
      watchers.forEach(watcher -> watcher.clockMoved(now));
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    lock.lock();
    try {
      while (!closed) {
        world.advanceTo(clock.instant());
        alarm = world.nextDeadline().orElse(Instant.MAX);
        if (alarm.equals(Instant.MAX)) {
          timer.await();
        } else {
          long longest = clock.runsByItself() ? NAP : TICK;
          long woken = timer.awaitNanos(Math.clamp(left(alarm), 1, longest));
          assert woken <= longest;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private long left(Instant moment) {
    var left = Duration.between(clock.instant(), moment);
    return left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : left.toNanos();
  }
}
