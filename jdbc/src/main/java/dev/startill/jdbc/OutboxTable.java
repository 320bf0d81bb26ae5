package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Facts;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.OrderId;
import dev.startill.payment.RefundId;
import dev.startill.port.Due;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait to leave. While a message is leased, {@code due_at} is the end of its lease:
 * who dies holding it only delays it. The attempt's number is the fence: an outcome counts while
 * nobody claimed anew. For one thread.
 */
final class OutboxTable {
  private final Session session;
  private final BotId bot;

  OutboxTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  /**
   * Adds a message; with a lease, as if it had been claimed at once.
   *
   * @param lease zero if nobody has it yet
   */
  Due add(MessageId id, Message message, Instant at, Duration lease) {
    var fields = Fields.of(message);
    var order = message.order().map(OrderId::value).orElse(null);
    var now = Rows.micros(at);
    var leased = lease.isZero() ? 0 : 1;
    session.changeSoon(
        Sql.ADD_MESSAGE,
        List.of(id),
        bot.value(),
        id.value(),
        fields.kind(),
        order,
        fields.charge(),
        fields.refund(),
        fields.buyer().value(),
        Rows.micros(at.plus(lease)),
        leased,
        leased,
        now,
        now,
        bot.value(),
        order);
    return new Due(id, message, 1, Rows.time(now), false);
  }

  List<Due> claim(int limit, Duration lease, Instant now) {
    var due = session.all(Sql.LOCK_DUE, OutboxTable::due, bot.value(), Rows.micros(now), limit);
    for (var message : due) {
      session.change(
          Sql.LEASE,
          Rows.micros(now.plus(lease)),
          Rows.micros(now),
          bot.value(),
          message.id().value());
    }
    return due;
  }

  boolean holds(Due due) {
    return session
        .about(due.id())
        .one(Sql.HOLDS, row -> true, bot.value(), due.id().value(), due.attempt())
        .isPresent();
  }

  Optional<Instant> nextDue(Instant now) {
    return session.one(
        Sql.NEXT_DUE, row -> Rows.time(row.getLong(1)), bot.value(), Rows.micros(now));
  }

  void settle(MessageId message, Instant at) {
    session.changeSoon(Sql.SETTLE, List.of(message), Rows.micros(at), bot.value(), message.value());
  }

  void settle(Due due, Instant at) {
    session.changeSoon(
        Sql.SETTLE_ATTEMPT,
        List.of(due.id()),
        Rows.micros(at),
        bot.value(),
        due.id().value(),
        due.attempt());
  }

  void postpone(Due due, Instant until, String because, boolean uncertain, Instant at) {
    session.change(
        Sql.POSTPONE,
        Rows.micros(until),
        because,
        uncertain ? 1 : 0,
        Rows.micros(at),
        bot.value(),
        due.id().value(),
        due.attempt());
  }

  void park(Due due, String because, Instant at) {
    session.change(
        Sql.PARK, because, Rows.micros(at), bot.value(), due.id().value(), due.attempt());
    session.recent().keepReachable(false);
  }

  void bury(Due due, String because, boolean uncertain, Instant at) {
    session.change(
        Sql.BURY,
        because,
        uncertain ? 1 : 0,
        Rows.micros(at),
        bot.value(),
        due.id().value(),
        due.attempt());
  }

  Optional<Message> dead(MessageId id) {
    return session.one(Sql.DEAD, OutboxTable::message, bot.value(), id.value());
  }

  boolean revive(MessageId id, Instant at) {
    var now = Rows.micros(at);
    return session.change(Sql.REVIVE, now, now, now, bot.value(), id.value()) == 1;
  }

  int prune(Instant before, int limit) {
    return session.change(Sql.PRUNE, bot.value(), Rows.micros(before), limit);
  }

  int release(BuyerId buyer, Instant at) {
    var recent = session.recent();
    if (recent.isEverybodyReachable()) {
      return 0;
    }
    var now = Rows.micros(at);
    var released =
        session
            .about(Gathered.NOTHING)
            .change(Sql.RELEASE_PARKED, now, now, bot.value(), buyer.value());
    recent.keepReachable(released == 0 && nobodyIsParkedFor());
    return released;
  }

  private boolean nobodyIsParkedFor() {
    return session.about(Gathered.NOTHING).one(Sql.ANY_PARKED, row -> true, bot.value()).isEmpty();
  }

  /** Whoever held a lease died, perhaps after Telegram had taken the message. */
  void clearLeases(Instant at) {
    session.change(Sql.CLEAR_LEASES, Rows.micros(at), Rows.micros(at), bot.value());
  }

  Facts.Handover handover(OrderId order) {
    return session
        .one(
            Sql.HANDOVER,
            row -> {
              if (row.getLong("begun") == 1) {
                return Facts.Handover.BEGUN;
              }
              return row.getLong("waiting") == 1 ? Facts.Handover.WAITING : Facts.Handover.NONE;
            },
            bot.value(),
            order.value())
        .orElse(Facts.Handover.NONE);
  }

  void withdraw(OrderId order, Instant at) {
    session.change(Sql.WITHDRAW, Rows.micros(at), bot.value(), order.value());
  }

  /** A row as it was before its lease began. */
  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        new MessageId(row.getString("id")),
        message(row),
        row.getInt("attempt") + 1,
        Rows.time(row.getLong("written_at")),
        row.getLong("uncertain") == 1 || row.getLong("leased") == 1);
  }

  static Message message(ResultSet row) throws SQLException {
    var buyer = new BuyerId(row.getLong("buyer"));
    var order = Optional.ofNullable(row.getString("order_id")).map(OrderId::new);
    var kind = row.getString("kind");
    return switch (kind) {
      case "SEND_INVOICE" -> new Message.SendInvoice(order.orElseThrow(), buyer);
      case "HAND_OVER" -> new Message.HandOver(order.orElseThrow(), buyer);
      case "REVOKE" -> new Message.Revoke(order.orElseThrow(), buyer);
      case "REFUND" ->
          new Message.Refund(
              new ChargeId(row.getString("charge")),
              buyer,
              new RefundId(row.getString("refund")),
              order);
      case "TELL_HELD" -> new Message.TellHeld(new ChargeId(row.getString("charge")), buyer);
      default -> throw Rows.unreadable("kind", kind);
    };
  }

  /** The columns that differ from message to message. */
  private record Fields(
      String kind, BuyerId buyer, @Nullable String charge, @Nullable String refund) {
    static Fields of(Message message) {
      return switch (message) {
        case Message.SendInvoice m -> new Fields("SEND_INVOICE", m.buyer(), null, null);
        case Message.HandOver m -> new Fields("HAND_OVER", m.buyer(), null, null);
        case Message.Revoke m -> new Fields("REVOKE", m.buyer(), null, null);
        case Message.Refund m ->
            new Fields("REFUND", m.buyer(), m.charge().value(), m.refund().value());
        case Message.TellHeld m -> new Fields("TELL_HELD", m.buyer(), m.charge().value(), null);
      };
    }
  }
}
