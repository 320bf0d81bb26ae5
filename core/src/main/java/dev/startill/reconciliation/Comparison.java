package dev.startill.reconciliation;

import dev.startill.intake.Meaning;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.ledger.Source.Kind;
import dev.startill.money.Nanostars;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.PaymentEvent.Via;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a line of the statement means here: an event of a payment of ours, or postings of everything
 * else. Ours is what carries our payload form, whenever it was paid. Pure.
 *
 * <p>Of a payment that an affiliate brought, the line is taken to tell what the bot got, without
 * the affiliate's part (assumed: <a
 * href="https://core.telegram.org/bots/api#affiliateinfo">AffiliateInfo</a> does not say it).
 */
final class Comparison {
  private Comparison() {}

  /**
   * Of any line, however odd: one that cannot be booked opens a case, and never holds up those
   * behind it.
   */
  static Meaning of(StatementLine line, Instant now) {
    try {
      return meaning(line, now);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new Meaning(odd(line, String.valueOf(e.getMessage()), now), List.of());
    }
  }

  private static Optional<PaymentEvent> odd(StatementLine line, String why, Instant now) {
    return Optional.of(line.id())
        .filter(id -> !id.isBlank() && id.length() <= ChargeId.MAX_LENGTH)
        .map(id -> new PaymentEvent.ChargeUnreadable(new ChargeId(id), why, now));
  }

  private static Meaning meaning(StatementLine line, Instant now) {
    if (line.purpose() != Purpose.INVOICE) {
      return new Meaning(Optional.empty(), moved(line));
    }
    var payload = line.payload().flatMap(Payload::read);
    if (payload.isEmpty()) {
      return new Meaning(Optional.empty(), foreign(line));
    }
    var charge = chargeOf(line);
    return charge.isPresent()
        ? new Meaning(
            Optional.of(eventOf(line, charge.get(), payload.get(), now)), commission(line))
        : new Meaning(Optional.of(unreadable(line, now)), moved(line));
  }

  private static PaymentEvent eventOf(
      StatementLine line, Charge charge, Payload payload, Instant now) {
    return switch (line.way()) {
      case CAME -> new PaymentEvent.ChargeReceived(charge, payload, Via.STATEMENT, now);
      case WENT -> new PaymentEvent.RefundSeen(charge, payload, Via.STATEMENT, now);
    };
  }

  /** As the buyer paid it, if that is a number of whole Stars and somebody paid it. */
  private static Optional<Charge> chargeOf(StatementLine line) {
    var paid = paidBy(line);
    var stars = paid / Stars.NANOS_PER_STAR;
    return line.party()
        .filter(buyer -> paid % Stars.NANOS_PER_STAR == 0 && Stars.fits(stars))
        .map(buyer -> charge(line, buyer, stars));
  }

  private static Charge charge(StatementLine line, BuyerId buyer, long stars) {
    return Charge.kept(new ChargeId(line.id()), buyer, new Stars(stars), line.at());
  }

  private static PaymentEvent unreadable(StatementLine line, Instant now) {
    return new PaymentEvent.ChargeUnreadable(
        new ChargeId(line.id()),
        "the statement has %s, %s, for %s"
            .formatted(
                Nanostars.inWords(paidBy(line)), line.way(), line.payload().orElse("nothing")),
        now);
  }

  private static List<Posting> foreign(StatementLine line) {
    var postings = new ArrayList<Posting>(commission(line));
    var cause = line.way() == Way.CAME ? Kind.CHARGE : Kind.REFUND;
    posting(line.way(), Account.FOREIGN, Account.BUYER, paidBy(line), new Source(cause, line.id()))
        .ifPresent(postings::addFirst);
    return postings;
  }

  /** An affiliate's part leaves with the sale, and comes back with its refund. */
  private static List<Posting> commission(StatementLine line) {
    var other = line.way() == Way.CAME ? Way.WENT : Way.CAME;
    var kind = line.way() == Way.CAME ? Kind.COMMISSION_CAME : Kind.COMMISSION_WENT;
    var source = new Source(kind, line.id());
    return posting(other, Account.COMMISSIONS, Account.WORLD, Math.abs(line.commission()), source)
        .stream()
        .toList();
  }

  private static List<Posting> moved(StatementLine line) {
    var kind = line.way() == Way.CAME ? Kind.LINE_CAME : Kind.LINE_WENT;
    var source = new Source(kind, line.id());
    return posting(line.way(), insideOf(line), outsideOf(line), line.nanostars(), source).stream()
        .toList();
  }

  private static Optional<Posting> posting(
      Way way, Account inside, Account outside, long nanostars, Source source) {
    if (nanostars == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (way) {
          case CAME -> new Posting(outside, inside, nanostars, source.text());
          case WENT -> new Posting(inside, outside, nanostars, source.text());
        });
  }

  private static Account insideOf(StatementLine line) {
    return switch (line.purpose()) {
      case WITHDRAWAL -> Account.WITHDRAWALS;
      case ADS -> Account.ADS;
      case PAID_BROADCAST -> Account.BROADCASTS;
      case GIFT, PREMIUM -> Account.GIFTS;
      case AFFILIATE_PROGRAM -> Account.COMMISSIONS;
      case INVOICE, PAID_MEDIA, BUSINESS_TRANSFER, CHAT, OTHER -> Account.OTHER;
    };
  }

  private static Account outsideOf(StatementLine line) {
    return switch (line.purpose()) {
      case WITHDRAWAL -> Account.FRAGMENT;
      case INVOICE, PAID_MEDIA -> Account.BUYER;
      case ADS, PAID_BROADCAST, GIFT, PREMIUM, AFFILIATE_PROGRAM, BUSINESS_TRANSFER, CHAT, OTHER ->
          Account.WORLD;
    };
  }

  /** With what an affiliate got of it, or gave back. */
  private static long paidBy(StatementLine line) {
    return Math.addExact(line.nanostars(), Math.abs(line.commission()));
  }
}
