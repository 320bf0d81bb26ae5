package dev.startill.testkit;

import dev.startill.ledger.Posting;
import dev.startill.payment.CaseReason;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Chronicle;
import dev.startill.port.Ids;
import dev.startill.port.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Postings, history and cases in memory. Guarded by the store's lock. */
final class MemoryJournal {
  private final Tables tables;
  private final Ids ids;

  MemoryJournal(Tables tables, Ids ids) {
    this.tables = tables;
    this.ids = ids;
  }

  void post(Posting posting) {
    if (tables.postings.has(posting.source())) {
      throw new StoreException("%s is posted already.".formatted(posting.source()));
    }
    tables.postings.put(posting.source(), posting);
  }

  void write(Chronicle.Line line, PaymentEvent event, String detail) {
    var history = new ArrayList<>(tables.history.get(line.subject()).orElse(List.of()));
    history.add(
        new HistoryLine(event.at(), event.getClass().getSimpleName(), line.state(), detail));
    tables.history.put(line.subject(), List.copyOf(history));
  }

  void writeCases(Transition transition, Chronicle.Subject subject, Instant at) {
    transition
        .closed()
        .forEach(
            reason ->
                open(reason, subject).ifPresent(c -> tables.cases.put(c.line().id(), c.closed())));
    for (var reason : transition.opened()) {
      if (open(reason, subject).isEmpty()) {
        var line =
            new CaseLine(
                ids.next("case"),
                reason,
                subject.order(),
                subject.charge(),
                subject.buyer(),
                at,
                transition.detail());
        tables.cases.put(line.id(), new Tables.CaseRow(line, subject.id(), true));
      }
    }
  }

  private Optional<Tables.CaseRow> open(CaseReason reason, Chronicle.Subject subject) {
    return tables
        .cases
        .rows()
        .filter(c -> c.open() && c.line().reason() == reason && c.subject().equals(subject.id()))
        .findFirst();
  }
}
