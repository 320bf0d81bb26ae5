package dev.startill.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Who does what one node at a time does for all. Part of a unit of work, and durable with it. Its
 * time is the store's: that of the database where several machines share one, so that it does not
 * matter what their own clocks say. For the thread that runs the unit, while it runs.
 */
public interface Leases {
  /**
   * Takes a duty that nobody has, or whose lease ran out: with a larger token than ever before.
   * Refused as long as somebody has it, be it a namesake: nobody can tell a node that died from one
   * that sleeps.
   */
  Optional<Lease> take(Lease.Duty duty, NodeId holder, Duration life);

  /**
   * Prolongs a lease from now on; even one that ran out, as long as nobody took it since. Empty if
   * somebody did, or it was let go: whoever held it holds it no more.
   */
  Optional<Lease> renew(Lease lease, Duration life);

  /** Gives a lease back, so that the next need not wait for its end; an older one is ignored. */
  void letGo(Lease lease);

  /** Who has a duty now. */
  Optional<Lease> held(Lease.Duty duty);
}
