package dev.startill.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.ledger.Posting;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a line of the statement means, however odd it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String OURS = "st:ord_00000000000000000000000001";
  private static final long STAR = Stars.NANOS_PER_STAR;

  @Test
  void a_payment_of_ours_is_received_as_the_buyer_paid_it() {
    var told = Comparison.of(line(Way.CAME, 45 * STAR, OURS, 5 * STAR), NOON);
    assertThat(told.event().orElseThrow())
        .isInstanceOfSatisfying(
            PaymentEvent.ChargeReceived.class,
            e -> assertThat(e.charge().amount()).isEqualTo(new Stars(50)));
    assertThat(inside(told.postings())).isEqualTo(-5 * STAR);
  }

  @Test
  void a_refund_gives_the_affiliates_part_back_whatever_its_sign() {
    for (var commission : List.of(5 * STAR, -5 * STAR)) {
      var ours = Comparison.of(line(Way.WENT, 45 * STAR, OURS, commission), NOON);
      assertThat(ours.event().orElseThrow()).isInstanceOf(PaymentEvent.RefundSeen.class);
      assertThat(inside(ours.postings())).isEqualTo(5 * STAR);
      var foreign = Comparison.of(line(Way.WENT, 45 * STAR, "other", commission), NOON);
      assertThat(inside(foreign.postings())).isEqualTo(-45 * STAR);
    }
  }

  @Test
  void every_foreign_or_other_line_moves_exactly_what_it_says() {
    for (var purpose : Purpose.values()) {
      for (var nanostars : List.of(0L, 1L, 7 * STAR + 3)) {
        var came = line("x", Way.CAME, nanostars, "other", 0, purpose);
        var went = line("x", Way.WENT, nanostars, "other", 0, purpose);
        assertThat(inside(Comparison.of(came, NOON).postings())).isEqualTo(nanostars);
        assertThat(inside(Comparison.of(went, NOON).postings())).isEqualTo(-nanostars);
      }
    }
  }

  @Test
  void a_line_that_cannot_be_booked_is_a_case_and_no_exception() {
    for (var odd :
        List.of(
            line(Way.CAME, Long.MAX_VALUE, OURS, Long.MAX_VALUE),
            line(Way.CAME, -5, "other", 0),
            line(Way.CAME, STAR + 1, OURS, 0))) {
      assertThat(Comparison.of(odd, NOON).event().orElseThrow())
          .isInstanceOf(PaymentEvent.ChargeUnreadable.class);
    }
    var nameless = line("", Way.CAME, -5, OURS, 0, Purpose.INVOICE);
    assertThat(Comparison.of(nameless, NOON).event()).isEmpty();
  }

  private static long inside(List<Posting> postings) {
    return postings.stream()
        .mapToLong(
            p ->
                (p.to().isInside() ? p.nanostars() : 0) - (p.from().isInside() ? p.nanostars() : 0))
        .sum();
  }

  private static StatementLine line(Way way, long nanostars, String payload, long commission) {
    return line("stx1", way, nanostars, payload, commission, Purpose.INVOICE);
  }

  private static StatementLine line(
      String id, Way way, long nanostars, String payload, long commission, Purpose purpose) {
    return new StatementLine(
        id,
        way,
        NOON,
        nanostars,
        purpose,
        Optional.of(new BuyerId(777)),
        Optional.of(payload),
        commission,
        Withdrawal.NONE,
        "");
  }
}
