package dev.startill.testkit;

import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Transition;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import dev.startill.port.Chronicle;
import dev.startill.port.Ids;
import dev.startill.testkit.Tables.CaseRow;
import java.time.Instant;
import java.util.Optional;

/** Cases in memory. Guarded by the store's lock. */
final class MemoryCases {
  /** What a case is about that is about no order and no charge. */
  private static final Chronicle.Subject BOT =
      new Chronicle.Subject("bot", Optional.empty(), Optional.empty(), Optional.empty());

  private final Tables tables;
  private final Ids ids;

  MemoryCases(Tables tables, Ids ids) {
    this.tables = tables;
    this.ids = ids;
  }

  void write(Transition transition, Chronicle.Subject subject, Instant at) {
    transition.closed().forEach(reason -> close(open(reason, subject.id()), "", at));
    transition.opened().forEach(reason -> open(reason, subject, transition.detail(), at));
  }

  boolean raise(CaseReason reason, String detail, Instant at) {
    return open(reason, BOT, detail, at);
  }

  boolean lower(CaseReason reason, String how, Instant at) {
    return close(open(reason, BOT.id()), how, at);
  }

  Optional<CaseLine> of(CaseId id) {
    return tables.cases.get(id.value()).map(CaseRow::line);
  }

  boolean resolve(CaseId id, String how, Instant at) {
    return close(tables.cases.get(id.value()).filter(CaseRow::open), how, at);
  }

  /** Whether there is, or ever was, a case of that reason about a charge. */
  boolean everHad(CaseReason reason, ChargeId charge) {
    return tables
        .cases
        .rows()
        .map(CaseRow::line)
        .anyMatch(l -> l.reason() == reason && l.charge().filter(charge::equals).isPresent());
  }

  private boolean open(CaseReason reason, Chronicle.Subject subject, String detail, Instant at) {
    if (open(reason, subject.id()).isPresent()) {
      return false;
    }
    var line =
        new CaseLine(
            new CaseId(ids.next("case")),
            reason,
            subject.order(),
            subject.charge(),
            subject.buyer(),
            at,
            detail,
            Optional.empty(),
            "");
    tables.cases.put(line.id().value(), new CaseRow(line, subject.id()));
    return true;
  }

  private boolean close(Optional<CaseRow> row, String how, Instant at) {
    row.ifPresent(c -> tables.cases.put(c.line().id().value(), c.closed(how, at)));
    return row.isPresent();
  }

  private Optional<CaseRow> open(CaseReason reason, String subject) {
    return tables
        .cases
        .rows()
        .filter(c -> c.open() && c.line().reason() == reason && c.subject().equals(subject))
        .findFirst();
  }
}
