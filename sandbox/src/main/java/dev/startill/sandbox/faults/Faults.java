package dev.startill.sandbox.faults;

import dev.startill.sandbox.world.Deliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The faults in force, oldest first; each strikes so often as it was asked to. Thread-safe. */
public final class Faults implements Deliveries {
  /**
   * The preset of January 2025 (tdlib/telegram-bot-api#690): the refund of a subscription's charge
   * takes effect, is not told, and is answered CHARGE_ALREADY_REFUNDED.
   */
  public static final String REFUND_BUG = "refund-bug-2025";

  /** Strikes without end. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final class Switch {
    private Armed armed;
    private final RandomGenerator chance;

    Switch(Armed armed, RandomGenerator chance) {
      this.armed = armed;
      this.chance = chance;
    }
  }

  private final RandomGenerator chance;
  private final List<Switch> switches = new ArrayList<>();
  private long last;
  private volatile boolean none = true;

  /** No faults yet; percentages without a seed of their own are drawn from this chance. */
  public Faults(RandomGenerator chance) {
    this.chance = chance;
  }

  /** Adds a fault that strikes at most so many times, with a percentage drawn from a seed. */
  public synchronized Armed add(Fault fault, int times, OptionalLong seed) {
    var armed = new Armed(++last, fault, times, 0, seed);
    switches.add(new Switch(armed, armed.chance(chance)));
    none = false;
    return armed;
  }

  /** Those in force, oldest first. One that has struck as often as it may is gone. */
  public synchronized List<Armed> all() {
    return switches.stream().map(each -> each.armed).toList();
  }

  /** Takes one away; false when there is none of that number. */
  public synchronized boolean remove(long id) {
    boolean found = switches.removeIf(each -> each.armed.id() == id);
    none = switches.isEmpty();
    return found;
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    switches.clear();
    none = true;
  }

  /** The fault that this call of a method meets. */
  public Optional<Fault> strike(String method) {
    return none ? Optional.empty() : strike(Fault.Target.METHOD, method);
  }

  @Override
  public Way way(String kind) {
    if (none) {
      return Way.ONCE;
    }
    return strike(Fault.Target.DELIVERY, kind)
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

  @Override
  public boolean hidesRefund() {
    return !none && strike(Fault.Target.PRESET, REFUND_BUG).isPresent();
  }

  private synchronized Optional<Fault> strike(Fault.Target target, String name) {
    for (var each : switches) {
      var fault = each.armed.fault();
      if (fault.hits(target, name)
          && (fault.percent() >= 100 || each.chance.nextInt(100) < fault.percent())) {
        each.armed = each.armed.again();
        switches.removeIf(spent -> spent.armed.left() <= 0);
        none = switches.isEmpty();
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
