package dev.startill.simulation;

import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Histories from seed after seed, several at a time, each on one thread. */
public final class Series {
  private final long first;
  private final long histories;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();
  private final Reached reached = new Reached();
  private final TreeMap<Long, Verdict> failed = new TreeMap<>();
  private long ended;
  private long steps;
  private long fewest = Long.MAX_VALUE;

  /** So many, from this seed on. */
  public Series(long first, long histories) {
    this.first = first;
    this.histories = histories;
  }

  /**
   * Runs them all.
   *
   * @param threads how many at a time
   * @param progress is told how many are over, whenever one is
   */
  public Series run(int threads, LongConsumer progress) {
    var workers =
        IntStream.range(0, threads)
            .mapToObj(
                i -> Thread.ofPlatform().name("simulation-" + i).unstarted(() -> work(progress)))
            .toList();
    workers.forEach(Thread::start);
    try {
      for (var worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      workers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    if (defect.get() != null) {
      throw new IllegalStateException(defect.get());
    }
    return this;
  }

  private void work(LongConsumer progress) {
    try (var blank = new Blank()) {
      var simulation = new Simulation(blank);
      for (var n = next.getAndIncrement();
          n < histories && !Thread.currentThread().isInterrupted();
          n = next.getAndIncrement()) {
        note(run(simulation, first + n), progress);
      }
    } catch (SQLException | RuntimeException | Error e) {
      defect.compareAndSet(null, e);
      next.set(histories);
    }
  }

  private static Verdict run(Simulation simulation, long seed) {
    try {
      return simulation.run(seed);
    } catch (RuntimeException | Error e) {
      throw new IllegalStateException("The simulation has a defect of its own at seed " + seed, e);
    }
  }

  private synchronized void note(Verdict verdict, LongConsumer progress) {
    ended++;
    steps += verdict.steps();
    fewest = Math.min(fewest, verdict.steps());
    reached.add(verdict.reached());
    if (verdict.breach().isPresent()) {
      failed.put(verdict.seed(), verdict);
    }
    progress.accept(ended);
  }

  /** Those that did not end well, the smallest seed first. */
  public synchronized Collection<Verdict> failures() {
    return failed.values();
  }

  /** What the engine met in all of them. */
  public synchronized Reached reached() {
    return reached;
  }

  /** How many ended. */
  public synchronized long ended() {
    return ended;
  }

  /** How many steps they took together. */
  public synchronized long steps() {
    return steps;
  }

  /** How many the shortest took that ended well. */
  public synchronized long fewest() {
    return fewest;
  }
}
