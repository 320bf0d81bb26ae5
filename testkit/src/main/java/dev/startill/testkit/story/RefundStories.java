package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.RefundAnswer;
import dev.startill.Startill;
import dev.startill.intake.Update;
import dev.startill.ledger.Account;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.port.Reply;
import dev.startill.port.Store.Lane;
import dev.startill.settings.Refunds;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refund, whatever Telegram says of it, ends in one truthful state. */
abstract class RefundStories extends Story {
  private static final ChargeId CHARGE = new ChargeId("stx2");

  private String sold() {
    var payload = invoice(GUIDE, ANN);
    checkout(payload, ANN);
    charge(payload, ANN);
    telegram.stating(Statements.paid("stx2", ANN, payload, clock.instant()));
    return payload;
  }

  private RefundAnswer refund() {
    var answer = startill.refund(CHARGE, "asked nicely");
    steps();
    return answer;
  }

  private Order.Word word() {
    return onlyOrder().word();
  }

  @Test
  void that_telegram_makes_is_confirmed_and_the_books_are_even() {
    sold();
    assertThat(refund()).isEqualTo(RefundAnswer.REQUESTED);
    assertThat(word()).isEqualTo(Order.Word.REFUNDED);
    assertThat(telegram.said(Said.Refunded.class)).containsExactly(new Said.Refunded(ANN, CHARGE));
    assertThat(books.balances().values()).allMatch(balance -> balance == 0);
    assertThat(cases()).isEmpty();
  }

  @Test
  void is_asked_for_once_however_often_it_is_wished_for() {
    sold();
    assertThat(startill.refund(CHARGE, "one")).isEqualTo(RefundAnswer.REQUESTED);
    assertThat(startill.refund(CHARGE, "two")).isEqualTo(RefundAnswer.UNDER_WAY);
    steps();
    assertThat(startill.refund(CHARGE, "three")).isEqualTo(RefundAnswer.RETURNED);
    steps();
    assertThat(telegram.said(Said.Refunded.class)).hasSize(1);
  }

  @Test
  void of_a_charge_that_nobody_knows_is_told_so() {
    assertThat(startill.refund(new ChargeId("stx9"), "why not"))
        .isEqualTo(RefundAnswer.UNKNOWN_CHARGE);
  }

  @Test
  void outside_the_merchants_window_never_reaches_telegram() {
    sold();
    var shop =
        Startill.over(store, telegram)
            .clock(clock)
            .settings(
                settings.refunding(
                    new Refunds(
                        Optional.of(Duration.ofDays(90)), Set.of(), 3, Refunds.Forged.HOLD)))
            .build();
    clock.advance(Duration.ofDays(91));
    assertThat(shop.refund(CHARGE, "late")).isEqualTo(RefundAnswer.TOO_LATE);
    shop.step();
    assertThat(telegram.said(Said.Refunded.class)).isEmpty();
  }

  @Nested
  class That_telegram_refuses {
    @Test
    void keeps_the_stars_and_opens_a_case_with_telegrams_words() {
      sold();
      telegram.replying(new Reply.Refused(400, "Bad Request: CHARGE_NOT_FOUND"));
      refund();
      assertThat(onlyStory().cases().getFirst().reason()).isEqualTo(CaseReason.REFUND_REFUSED);
      assertThat(onlyStory().cases().getFirst().detail()).contains("CHARGE_NOT_FOUND");
      assertThat(books.balances().get(Account.SALES)).isPositive();
      assertThat(books.balances().get(Account.REFUNDING)).isZero();
    }

    /**
     * The hand-over is under way when the refund is wished for, so that it is to be revoked first.
     */
    @Test
    void leaves_goods_failed_that_never_left() {
      var payload = invoice(GUIDE, ANN);
      checkout(payload, ANN);
      startill.handle(payment(CHARGE.value(), payload, ANN, 50, "XTR"));
      startill.refund(CHARGE, "changed my mind");
      telegram.replying(
          new Reply.Refused(400, "Bad Request: not today"),
          new Reply.Refused(400, "Bad Request: CHARGE_NOT_FOUND"));
      steps();
      assertThat(onlyOrder())
          .isInstanceOfSatisfying(
              Order.Paid.class, paid -> assertThat(paid.goods()).isEqualTo(Goods.FAILED));
      assertThat(cases())
          .containsExactlyInAnyOrder(CaseReason.REFUND_REFUSED, CaseReason.FULFILMENT_FAILED);
    }

    @Test
    void may_be_wished_for_again() {
      sold();
      telegram.replying(new Reply.Refused(400, "Bad Request: CHARGE_NOT_FOUND"));
      refund();
      assertThat(refund()).isEqualTo(RefundAnswer.REQUESTED);
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
      assertThat(cases()).isEmpty();
    }

    @Test
    void for_the_moment_is_asked_for_when_telegram_said() {
      sold();
      telegram.replying(new Reply.Later(Duration.ofSeconds(30)));
      refund();
      assertThat(word()).isEqualTo(Order.Word.REFUNDING);
      clock.advance(Duration.ofSeconds(30));
      steps();
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
    }
  }

  @Nested
  class Whose_answer_is_no_proof {
    static List<Reply> answers() {
      return List.of(
          new Reply.Unknown("a timeout"),
          new Reply.Unknown("502"),
          new Reply.Refused(400, "Bad Request: CHARGE_ALREADY_REFUNDED"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void is_unknown_until_the_statement_shows_it(Reply answer) {
      var payload = sold();
      startill.reconcile();
      telegram.replying(answer);
      refund();
      assertThat(word()).isEqualTo(Order.Word.REFUNDING);
      assertThat(cases()).containsExactly(CaseReason.REFUND_UNKNOWN);
      assertThat(startill.refund(CHARGE, "impatient")).isEqualTo(RefundAnswer.UNDER_WAY);
      telegram.stating(Statements.returned("stx2", ANN, payload, clock.instant()));
      startill.reconcile();
      steps();
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
      assertThat(cases()).isEmpty();
      assertThat(telegram.said(Said.Refunded.class)).hasSize(1);
    }

    @Test
    void is_asked_for_again_when_the_statement_has_had_time_and_does_not_show_it() {
      sold();
      telegram.replying(new Reply.Unknown("a timeout"));
      refund();
      startill.reconcile();
      steps();
      assertThat(telegram.said(Said.Refunded.class)).hasSize(1);
      clock.advance(settings.reconciling().lag().plusSeconds(1));
      assertThat(startill.reconcile().repeated()).isEqualTo(1);
      steps();
      assertThat(telegram.said(Said.Refunded.class)).hasSize(2);
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
      assertThat(cases()).isEmpty();
    }

    @Test
    void is_not_asked_for_again_by_a_process_that_found_it_half_made() {
      sold();
      startill.refund(CHARGE, "asked");
      // The goods are taken back first; then the process dies with the refund in its hands.
      startill.step();
      store.inTransaction(Lane.ROUTINE, work -> work.claim(10, settings.lease()));
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.clearLeases();
            return true;
          });
      steps();
      assertThat(telegram.said(Said.Refunded.class)).isEmpty();
      assertThat(cases()).containsExactly(CaseReason.REFUND_UNKNOWN);
    }
  }

  @Nested
  class Told_of_by_an_update {
    @Test
    void before_its_answer_is_confirmed_once() {
      var payload = sold();
      startill.refund(CHARGE, "asked");
      handle(new Update.Refunded(CHARGE, ANN, payload, "XTR", 50, clock.instant()));
      steps();
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
      assertThat(books.balances().values()).allMatch(balance -> balance == 0);
      assertThat(cases()).isEmpty();
    }

    @Test
    void that_nobody_here_asked_for_is_booked_with_a_case_and_the_goods_are_taken_back() {
      var payload = sold();
      handle(new Update.Refunded(CHARGE, ANN, payload, "XTR", 50, clock.instant()));
      assertThat(word()).isEqualTo(Order.Word.REFUNDED);
      assertThat(cases()).containsExactly(CaseReason.REFUND_NOT_OURS);
      assertThat(((Order.Paid) onlyOrder()).goods()).isEqualTo(Goods.REVOKED);
    }
  }

  @Test
  void takes_a_handlers_goods_back_once_before_the_stars_leave() {
    var payload = invoice(COURSE, ANN);
    charge(payload, ANN);
    assertThat(handled).hasSize(1);
    startill.refund(((Order.Paid) onlyOrder()).charge().id(), "asked");
    steps();
    assertThat(revoked).hasSize(1);
    assertThat(word()).isEqualTo(Order.Word.REFUNDED);
  }

  @Test
  void of_a_second_charge_begins_by_itself_once_the_statement_was_imported() {
    startill.reconcile();
    var payload = sold();
    charge(payload, ANN);
    assertThat(telegram.said(Said.Refunded.class))
        .extracting(Said.Refunded::charge)
        .containsExactly(new ChargeId("stx3"));
    assertThat(cases()).isEmpty();
  }

  @Test
  void by_itself_pauses_while_charges_without_an_order_flood_in() {
    startill.reconcile();
    var payload = sold();
    for (var i = 0; i < 4; i++) {
      charge("st:ord_0000000000000000000000000" + (i + 1), BOB);
    }
    charge(payload, ANN);
    assertThat(telegram.said(Said.Refunded.class)).isEmpty();
    assertThat(cases()).contains(CaseReason.SECOND_CHARGE).hasSize(5);
  }
}
