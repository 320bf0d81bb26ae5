package dev.startill.jdbc;

import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Chronicle;
import dev.startill.port.Ids;
import java.time.Instant;

/** What is only ever added to (postings, history), and cases. For one thread. */
final class JournalTable {
  private final Session session;
  private final BotId bot;
  private final Ids ids;

  JournalTable(Session session, BotId bot, Ids ids) {
    this.session = session;
    this.bot = bot;
    this.ids = ids;
  }

  void post(Posting posting, Instant at) {
    session.change(
        Sql.ADD_POSTING,
        bot.value(),
        posting.source(),
        posting.from().name(),
        posting.to().name(),
        posting.nanostars(),
        Rows.micros(at));
  }

  void write(Chronicle.Line line, PaymentEvent event, String detail) {
    session.change(
        Sql.ADD_EVENT,
        bot.value(),
        line.subject(),
        Rows.micros(event.at()),
        event.getClass().getSimpleName(),
        line.state(),
        detail,
        bot.value(),
        line.subject());
  }

  void open(CaseReason reason, Chronicle.Subject subject, String detail, Instant at) {
    session.change(
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
        reason.name());
  }

  void close(CaseReason reason, Chronicle.Subject subject, Instant at) {
    session.change(Sql.CLOSE_CASE, Rows.micros(at), bot.value(), subject.id(), reason.name());
  }
}
