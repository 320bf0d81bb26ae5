package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Chronicle;
import java.util.List;

/** The history of orders, charges and links: only ever added to. For one thread. */
final class JournalTable {
  private final Session session;
  private final BotId bot;

  JournalTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  void write(Chronicle.Line line, PaymentEvent event, String detail) {
    session.changeSoon(
        Sql.ADD_EVENT,
        List.of(),
        bot.value(),
        line.subject(),
        Rows.micros(event.at()),
        event.getClass().getSimpleName(),
        line.state(),
        detail,
        bot.value(),
        line.subject());
  }
}
