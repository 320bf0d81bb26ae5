package dev.startill.testkit;

import dev.startill.port.Lease;
import dev.startill.port.Leases;
import dev.startill.port.NodeId;
import dev.startill.testkit.Tables.Held;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Duties of nodes, in memory. Guarded by the store's lock. */
final class MemoryLeases implements Leases {
  private final Tables tables;
  private final InstantSource clock;

  MemoryLeases(Tables tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(Lease.Duty duty, NodeId holder, Duration life) {
    if (held(duty).isPresent()) {
      return Optional.empty();
    }
    var token = tables.leases.get(duty).map(Held::token).orElse(0L) + 1;
    return kept(new Lease(duty, holder, token, clock.instant().plus(life)));
  }

  @Override
  public Optional<Lease> renew(Lease lease, Duration life) {
    return newest(lease)
        .flatMap(
            mine ->
                kept(
                    new Lease(
                        mine.duty(), mine.holder(), mine.token(), clock.instant().plus(life))));
  }

  @Override
  public void letGo(Lease lease) {
    newest(lease)
        .ifPresent(
            mine -> tables.leases.put(mine.duty(), new Held(mine.token(), Optional.empty())));
  }

  @Override
  public Optional<Lease> held(Lease.Duty duty) {
    return tables
        .leases
        .get(duty)
        .flatMap(Held::lease)
        .filter(lease -> lease.until().isAfter(clock.instant()));
  }

  void clear() {
    for (var duty : Lease.Duty.values()) {
      tables
          .leases
          .get(duty)
          .ifPresent(held -> tables.leases.put(duty, new Held(held.token(), Optional.empty())));
    }
  }

  /** The same one as it is kept, unless somebody took the duty since, or it was let go. */
  private Optional<Lease> newest(Lease lease) {
    return tables
        .leases
        .get(lease.duty())
        .flatMap(Held::lease)
        .filter(kept -> kept.token() == lease.token());
  }

  private Optional<Lease> kept(Lease lease) {
    tables.leases.put(lease.duty(), new Held(lease.token(), Optional.of(lease)));
    return Optional.of(lease);
  }
}
