package dev.startill.intake;

import dev.startill.ledger.Posting;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import java.util.List;

/**
 * A part of Telegram's statement and what it means: one unit of work takes it in whole. Immutable.
 *
 * @param read how far the statement was read when this was asked for; if somebody else has read on
 *     since, nothing of it is taken in
 * @param from the place of its first line
 * @param lines as Telegram gave them, oldest first
 * @param events what they tell of payments of ours
 * @param postings what they tell of everything else
 * @param next where reading goes on
 */
public record Page(
    Cursor read,
    long from,
    List<StatementLine> lines,
    List<PaymentEvent> events,
    List<Posting> postings,
    Cursor next) {
  public Page {
    lines = List.copyOf(lines);
    events = List.copyOf(events);
    postings = List.copyOf(postings);
  }
}
