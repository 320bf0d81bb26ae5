package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.money.Nanostars;
import dev.startill.payment.Charge;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Archive.Booking;
import dev.startill.port.Archive.ChargeFile;
import dev.startill.reconciliation.Discrepancy.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares where each charge stands with what was booked for it, and with the statement. For one
 * thread.
 */
final class ChargeAudit {
  private final Findings findings;
  private final Expected expected;
  private final Optional<Instant> shown;

  /**
   * An audit of charges.
   *
   * @param shown what was booked before then, the statement shows; empty if it was never read whole
   */
  ChargeAudit(Findings findings, Expected expected, Optional<Instant> shown) {
    this.findings = findings;
    this.expected = expected;
    this.shown = shown;
  }

  void check(ChargeFile file) {
    var booked = new Booked(file);
    if (file.order().isPresent() && !file.agreed()) {
      find(
          Kind.ORDER_DIFFERS,
          file,
          "its order %s was not paid by it".formatted(file.order().get()));
    }
    booked.bookings.forEach((kind, booking) -> checkMove(file, booked, kind, booking.posting()));
    checkStanding(file, booked);
    checkStatement(file, booked);
    addUp(file, booked);
  }

  private void checkStanding(ChargeFile file, Booked booked) {
    require(file, booked, Source.Kind.CHARGE, true);
    require(file, booked, Source.Kind.ACCEPTED, isAccepted(file));
    switch (file.charge().standing()) {
      case Standing.Kept kept -> here(file, booked);
      case Standing.Returning returning -> {
        here(file, booked);
        require(file, booked, Source.Kind.REFUNDING, true);
      }
      case Standing.Unknown unknown -> {
        here(file, booked);
        require(file, booked, Source.Kind.REFUNDING, true);
      }
      case Standing.Returned returned -> require(file, booked, Source.Kind.REFUND, true);
      case Standing.TakenBack taken -> require(file, booked, Source.Kind.CHARGEBACK, true);
      case Standing.Missing missing -> {
        require(file, booked, Source.Kind.MISSING, true);
        require(file, booked, Source.Kind.FOUND, false);
      }
    }
  }

  /** The Stars are here: they have not left, and what was missing was found. */
  private void here(ChargeFile file, Booked booked) {
    require(file, booked, Source.Kind.REFUND, false);
    require(file, booked, Source.Kind.CHARGEBACK, false);
    require(file, booked, Source.Kind.FOUND, booked.has(Source.Kind.MISSING));
  }

  private void require(ChargeFile file, Booked booked, Source.Kind kind, boolean must) {
    if (booked.has(kind) != must) {
      var words = must ? "it is %s, and %s is not booked" : "it is %s, and %s is booked";
      find(Kind.STANDING_DIFFERS, file, words.formatted(file.charge().standing(), kind));
    }
  }

  private void checkMove(ChargeFile file, Booked booked, Source.Kind kind, Posting posting) {
    if (posting.nanostars() != file.charge().amount().toNanos()) {
      find(
          Kind.POSTING_DIFFERS,
          file,
          "%s moves %s, and the charge is of %s"
              .formatted(
                  posting.source(),
                  Nanostars.inWords(posting.nanostars()),
                  Nanostars.inWords(file.charge().amount().toNanos())));
    }
    if (!isRightMove(file, booked, kind, posting)) {
      find(
          Kind.POSTING_DIFFERS,
          file,
          "%s goes from %s to %s".formatted(posting.source(), posting.from(), posting.to()));
    }
  }

  private static boolean isRightMove(
      ChargeFile file, Booked booked, Source.Kind kind, Posting posting) {
    return switch (kind) {
      case CHARGE ->
          posting.from() == Account.BUYER
              && posting.to()
                  == (booked.has(Source.Kind.CLAIMED) ? Account.FOREIGN : arrived(file));
      case CLAIMED -> posting.from() == Account.FOREIGN && posting.to() == arrived(file);
      case FOUND -> posting.from() == Account.BUYER && isOwn(posting.to());
      case REFUND, CHARGEBACK ->
          posting.to() == Account.BUYER
              && (isOwn(posting.from()) || posting.from() == Account.REFUNDING);
      case MISSING -> posting.to() == Account.BUYER && isOwn(posting.from());
      case ACCEPTED -> posting.from() == Account.SUSPENSE && posting.to() == Account.SALES;
      case REFUNDING -> isOwn(posting.from()) && posting.to() == Account.REFUNDING;
      case REFUND_REFUSED, LINE_CAME, LINE_WENT, COMMISSION_CAME, COMMISSION_WENT, UNEXPLAINED ->
          false;
    };
  }

  private void checkStatement(ChargeFile file, Booked booked) {
    var missing = file.charge().standing() instanceof Standing.Missing;
    if (isShown(file.bookedAt()) && !file.came() && !missing) {
      find(Kind.CHARGE_NOT_STATED, file, "the statement does not have it");
    }
    if (missing && file.came()) {
      find(Kind.STANDING_DIFFERS, file, "it counts as missing, and the statement has it");
    }
    if (file.went() && !hasLeft(booked)) {
      find(Kind.STANDING_DIFFERS, file, "the statement has its refund, which is not booked");
    }
    if (!file.went() && booked.at(Source.Kind.REFUND).filter(this::isShown).isPresent()) {
      find(Kind.REFUND_NOT_STATED, file, "the statement does not have its refund");
    }
  }

  /** By a refund, or by what the operator took for a chargeback. */
  private static boolean hasLeft(Booked booked) {
    return booked.has(Source.Kind.REFUND) || booked.has(Source.Kind.CHARGEBACK);
  }

  private boolean isShown(Instant booked) {
    return shown.filter(booked::isBefore).isPresent();
  }

  private void addUp(ChargeFile file, Booked booked) {
    var nanostars = file.charge().amount().toNanos();
    switch (file.charge().standing()) {
      case Standing.Kept kept -> expected.add(account(file), nanostars);
      case Standing.Returning returning -> expected.add(Account.REFUNDING, nanostars);
      case Standing.Unknown unknown -> expected.add(Account.REFUNDING, nanostars);
      case Standing.Returned returned -> twice(file, booked);
      case Standing.TakenBack taken -> twice(file, booked);
      case Standing.Missing missing -> {}
    }
  }

  /** Stars that left twice are lacking where they were. */
  private void twice(ChargeFile file, Booked booked) {
    if (booked.has(Source.Kind.REFUND) && booked.has(Source.Kind.CHARGEBACK)) {
      expected.add(account(file), -file.charge().amount().toNanos());
    }
  }

  private void find(Kind kind, ChargeFile file, String words) {
    find(kind, file.charge(), words);
  }

  private void find(Kind kind, Charge charge, String words) {
    findings.add(kind, charge.id().value(), charge.amount().toNanos(), words);
  }

  private static Account account(ChargeFile file) {
    return isAccepted(file) ? Account.SALES : arrived(file);
  }

  private static Account arrived(ChargeFile file) {
    return file.order().isPresent() ? Account.SALES : Account.SUSPENSE;
  }

  private static boolean isAccepted(ChargeFile file) {
    return file.why().filter(StrayCharge.Why.ACCEPTED::equals).isPresent();
  }

  private static boolean isOwn(Account account) {
    return account == Account.SALES || account == Account.SUSPENSE;
  }

  /** What was booked for a charge, by what caused it. */
  private static final class Booked {
    private final Map<Source.Kind, Booking> bookings = new EnumMap<>(Source.Kind.class);

    Booked(ChargeFile file) {
      for (var booking : file.bookings()) {
        Source.read(booking.posting().source()).ifPresent(s -> bookings.put(s.kind(), booking));
      }
    }

    boolean has(Source.Kind kind) {
      return bookings.containsKey(kind);
    }

    Optional<Instant> at(Source.Kind kind) {
      return Optional.ofNullable(bookings.get(kind)).map(Booking::at);
    }
  }
}
