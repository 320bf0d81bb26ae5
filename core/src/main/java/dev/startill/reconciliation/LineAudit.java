package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.money.Nanostars;
import dev.startill.payment.Charge;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Standing;
import dev.startill.port.Archive.LineFile;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Way;
import dev.startill.reconciliation.Discrepancy.Kind;
import java.util.Optional;

/**
 * Compares each line of the statement with what it must have led to: what {@link Comparison} says
 * of it. For one thread.
 */
final class LineAudit {
  private final Findings findings;
  private final Expected expected;
  private final Cursor cursor;
  private long inPlace;

  LineAudit(Findings findings, Expected expected, Cursor cursor) {
    this.findings = findings;
    this.expected = expected;
    this.cursor = cursor;
  }

  void check(LineFile file) {
    if (file.place().filter(place -> place < cursor.lines()).isPresent()) {
      inPlace++;
    }
    var meant = Comparison.of(file.line(), file.line().at());
    meant.event().ifPresent(event -> checkEvent(file, event));
    for (var posting : meant.postings()) {
      check(file, posting);
    }
  }

  /** A line of a charge of ours may lack the payload: where its Stars are, the charge tells. */
  private void check(LineFile file, Posting must) {
    var isOfCharge = Source.read(must.source()).filter(Source::isOfCharge).isPresent();
    var charge = file.charge().filter(known -> isOfCharge);
    if (charge.isPresent()) {
      checkOurs(file, must, charge.get());
    } else {
      checkBooked(file, must);
      expected.add(must);
    }
  }

  private void checkOurs(LineFile file, Posting must, Charge known) {
    if (file.line().way() == Way.WENT && !hasLeft(file, known)) {
      find(Kind.LINE_NOT_BOOKED, file, "the refund that it tells of is not booked");
    }
    if (must.nanostars() != known.amount().toNanos()) {
      find(
          Kind.LINE_DIFFERS,
          file,
          "it tells of %s, and the charge is of %s"
              .formatted(
                  Nanostars.inWords(must.nanostars()),
                  Nanostars.inWords(known.amount().toNanos())));
    }
  }

  void checkRest() {
    if (inPlace != cursor.lines()) {
      findings.add(
          Kind.LINES_LACK,
          "statement",
          0,
          "%d lines were read, and %d are kept".formatted(cursor.lines(), inPlace));
    }
  }

  private void checkEvent(LineFile file, PaymentEvent event) {
    var foreign = foreign(file);
    if (foreign.isPresent()) {
      expected.add(foreign.get());
      return;
    }
    switch (event) {
      case PaymentEvent.ChargeReceived e -> checkCharge(file, e.charge());
      case PaymentEvent.RefundSeen e -> checkRefund(file, e.refunded());
      case PaymentEvent.OfOrder e -> {}
      case PaymentEvent.OfCharge e -> {}
    }
  }

  /** Stars that went back before anybody told what they were for stay foreign. */
  private static Optional<Posting> foreign(LineFile file) {
    return file.postings().stream()
        .filter(p -> file.charge().isEmpty())
        .filter(p -> p.from() == Account.FOREIGN || p.to() == Account.FOREIGN)
        .findFirst();
  }

  private void checkCharge(LineFile file, Charge stated) {
    if (file.charge().isEmpty()) {
      find(Kind.LINE_NOT_BOOKED, file, "the charge that it tells of is not here");
    } else {
      same(file, file.charge().get(), stated);
    }
  }

  private void checkRefund(LineFile file, Charge stated) {
    if (file.charge().filter(charge -> hasLeft(file, charge)).isEmpty()) {
      find(Kind.LINE_NOT_BOOKED, file, "the refund that it tells of is not booked");
    } else {
      same(file, file.charge().get(), stated);
    }
  }

  /** By a refund, or by what the operator took for a chargeback. */
  private static boolean hasLeft(LineFile file, Charge charge) {
    var source = new Source(Source.Kind.REFUND, file.line().id()).text();
    return charge.standing() instanceof Standing.TakenBack || booked(file, source).isPresent();
  }

  private void same(LineFile file, Charge known, Charge stated) {
    if (!known.amount().equals(stated.amount()) || !known.buyer().equals(stated.buyer())) {
      find(
          Kind.LINE_DIFFERS,
          file,
          "it tells of %s by %s, and the charge is of %s by %s"
              .formatted(stated.amount(), stated.buyer(), known.amount(), known.buyer()));
    }
  }

  private void checkBooked(LineFile file, Posting must) {
    var is = booked(file, must.source());
    if (is.isEmpty()) {
      find(Kind.LINE_NOT_BOOKED, file, "%s is not booked".formatted(must.source()));
    } else if (!is.get().equals(must)) {
      find(
          Kind.LINE_DIFFERS,
          file,
          "%s moves %s from %s to %s, and must move %s from %s to %s"
              .formatted(
                  must.source(),
                  Nanostars.inWords(is.get().nanostars()),
                  is.get().from(),
                  is.get().to(),
                  Nanostars.decimal(must.nanostars()),
                  must.from(),
                  must.to()));
    }
  }

  private static Optional<Posting> booked(LineFile file, String source) {
    return file.postings().stream().filter(p -> p.source().equals(source)).findFirst();
  }

  private void find(Kind kind, LineFile file, String words) {
    findings.add(kind, subject(file.line()), file.line().nanostars(), words);
  }

  private static String subject(StatementLine line) {
    return "%s %s".formatted(line.id(), line.way());
  }
}
