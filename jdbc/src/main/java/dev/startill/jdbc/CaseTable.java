package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;
import dev.startill.port.CaseId;
import dev.startill.port.Chronicle;
import dev.startill.port.Ids;
import java.time.Instant;
import java.util.Optional;

/** What a person must look at. Opened and closed, never removed. For one thread. */
final class CaseTable {
  /** What a case is about that is about no order and no charge. */
  static final Chronicle.Subject BOT =
      new Chronicle.Subject("bot", Optional.empty(), Optional.empty(), Optional.empty());

  private final Session session;
  private final BotId bot;
  private final Ids ids;

  CaseTable(Session session, BotId bot, Ids ids) {
    this.session = session;
    this.bot = bot;
    this.ids = ids;
  }

  /** Opens a case unless it is open already; whether it was opened. */
  boolean open(CaseReason reason, Chronicle.Subject subject, String detail, Instant at) {
    return session.change(
            Sql.OPEN_CASE,
            bot.value(),
            ids.next("case"),
            subject.id(),
            reason.name(),
            subject.order().map(OrderId::value).orElse(null),
            subject.charge().map(ChargeId::value).orElse(null),
            subject.buyer().map(BuyerId::value).orElse(null),
            detail,
            Rows.micros(at),
            bot.value(),
            subject.id(),
            reason.name())
        == 1;
  }

  /** Closes the open case of that reason and subject; whether there was one. */
  boolean close(CaseReason reason, Chronicle.Subject subject, String how, Instant at) {
    return session.change(
            Sql.CLOSE_CASE, Rows.micros(at), how, bot.value(), subject.id(), reason.name())
        == 1;
  }

  /** Closes a case; whether it was open. */
  boolean close(CaseId id, String how, Instant at) {
    return session.change(Sql.RESOLVE_CASE, Rows.micros(at), how, bot.value(), id.value()) == 1;
  }
}
