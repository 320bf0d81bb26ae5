package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Lease;
import dev.startill.port.Leases;
import dev.startill.port.NodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Duties of nodes: a row each, which is never removed, for its token must not begin anew. Without a
 * holder it was let go. For one thread.
 */
final class LeaseTable implements Leases {
  private final Session session;
  private final BotId bot;
  private final InstantSource clock;

  /**
   * The duties of a bot's nodes.
   *
   * @param clock what time it is, where the database does not say
   */
  LeaseTable(Session session, BotId bot, InstantSource clock) {
    this.session = session;
    this.bot = bot;
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(Lease.Duty duty, NodeId holder, Duration life) {
    var now = session.time(clock);
    var until = Rows.micros(now.plus(life));
    session.change(Sql.ADD_LEASE, bot.value(), duty.name());
    var taken =
        session.change(
            Sql.TAKE_LEASE, holder.value(), until, bot.value(), duty.name(), Rows.micros(now));
    return taken == 1 ? newest(duty) : Optional.empty();
  }

  @Override
  public Optional<Lease> renew(Lease lease, Duration life) {
    var until = Rows.micros(session.time(clock).plus(life));
    var renewed =
        session.change(Sql.RENEW_LEASE, until, bot.value(), lease.duty().name(), lease.token());
    return renewed == 1 ? newest(lease.duty()) : Optional.empty();
  }

  @Override
  public void letGo(Lease lease) {
    session.change(Sql.LET_GO_LEASE, bot.value(), lease.duty().name(), lease.token());
  }

  @Override
  public Optional<Lease> held(Lease.Duty duty) {
    var now = session.time(clock);
    return newest(duty).filter(lease -> lease.until().isAfter(now));
  }

  /** Ends them all. */
  void clear() {
    for (var duty : Lease.Duty.values()) {
      newest(duty).ifPresent(this::letGo);
    }
  }

  private Optional<Lease> newest(Lease.Duty duty) {
    return session.one(Sql.LEASE_OF, LeaseTable::lease, bot.value(), duty.name());
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(
        Lease.Duty.valueOf(row.getString("duty")),
        new NodeId(row.getString("holder")),
        row.getLong("token"),
        Rows.time(row.getLong("ends_at")));
  }
}
