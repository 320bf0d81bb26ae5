package dev.startill.sandbox.faults;

import dev.startill.sandbox.world.Deliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The faults in force, oldest first; each strikes so often as it was asked to. Thread-safe. */
public final class Faults implements Deliveries {
  /** Strikes without end. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final class Armed {
    private final Fault fault;
    private int left;

    Armed(Fault fault, int times) {
      this.fault = fault;
      this.left = times;
    }
  }

  private final RandomGenerator chance;
  private final List<Armed> armed = new ArrayList<>();
  private final RefundBug refundBug = new RefundBug();
  private volatile boolean none = true;

  /** No faults yet; percentages are drawn from this chance. */
  public Faults(RandomGenerator chance) {
    this.chance = chance;
  }

  /** Adds a fault that strikes at most so many times. */
  public synchronized void add(Fault fault, int times) {
    armed.add(new Armed(fault, times));
    none = false;
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    armed.clear();
    refundBug.clear();
    none = true;
  }

  /** The fault that this call of a method meets. */
  public Optional<Fault> strike(String method) {
    return none ? Optional.empty() : strike(false, method.toLowerCase(Locale.ROOT));
  }

  @Override
  public Way way(String kind) {
    if (none) {
      return Way.ONCE;
    }
    return strike(true, kind)
        .map(
            fault ->
                switch (fault.action()) {
                  case DROP -> Way.LOST;
                  case DUPLICATE -> Way.TWICE;
                  case REORDER -> Way.LATE;
                  case ERROR, HANG -> Way.ONCE;
                })
        .orElse(Way.ONCE);
  }

  /** Has the next refunds of subscriptions' charges meet the bug of January 2025. */
  public void addRefundBug(int times, int percent) {
    refundBug.arm(times, percent);
  }

  @Override
  public boolean hidesRefund() {
    return refundBug.strikes(chance);
  }

  private synchronized Optional<Fault> strike(boolean delivery, String name) {
    for (var candidate : armed) {
      if (candidate.fault.hits(delivery, name)
          && (candidate.fault.percent() >= 100
              || chance.nextInt(100) < candidate.fault.percent())) {
        candidate.left--;
        armed.removeIf(spent -> spent.left <= 0);
        none = armed.isEmpty();
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }
}
