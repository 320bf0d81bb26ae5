package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.catalog.Delivery;
import dev.startill.intake.Update;
import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.Answer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Order;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books;
import dev.startill.port.Reply;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of Stars that came, and of the goods that they paid for. */
abstract class MoneyStories extends Story {
  @Nested
  class Stars_that_came {
    @Test
    void a_second_time_are_held_and_their_buyer_is_told() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      charge(payload, ANN);
      assertThat(books.strays(10))
          .extracting(line -> line.stray().why())
          .containsExactly(StrayCharge.Why.SECOND);
      assertThat(cases()).containsExactly(CaseReason.SECOND_CHARGE);
      assertThat(telegram.said(Said.Wrote.class).getLast().text()).contains("on hold");
      assertThat(books.balances()).containsEntry(Account.SUSPENSE, new Stars(50).toNanos());
    }

    @Test
    void without_an_order_are_held() {
      charge("st:ord_00000000000000000000000009", ANN);
      assertThat(cases()).containsExactly(CaseReason.OWNERLESS_CHARGE);
    }

    @Test
    void for_other_code_of_the_bot_are_not_ours() {
      assertThat(handle(payment("stx1", "my-own-payload", ANN, 50, "XTR"))).isFalse();
      assertThat(handle(payment("stx2", "st:nonsense", ANN, 50, "XTR"))).isFalse();
      assertThat(
              startill.handle(
                  new Update.Checkout(new CheckoutId("1"), ANN, "my-own-payload", "XTR", 50)))
          .isFalse();
      assertThat(telegram.said()).isEmpty();
      assertThat(books.balances().values()).allMatch(balance -> balance == 0);
    }

    @Test
    void in_another_currency_are_a_case_and_never_an_exception() {
      var payload = invoice(GUIDE, ANN);
      assertThat(handle(payment("stx1", payload, ANN, 50, "USD"))).isTrue();
      assertThat(handle(payment("stx2", payload, ANN, -1, "XTR"))).isTrue();
      assertThat(cases())
          .containsExactly(CaseReason.UNREADABLE_CHARGE, CaseReason.UNREADABLE_CHARGE);
    }

    @Test
    void late_are_fulfilled_all_the_same() {
      var payload = invoice(GUIDE, ANN);
      clock.advance(Duration.ofHours(30));
      steps();
      charge(payload, ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }

    @Test
    void after_the_hold_when_the_last_one_is_sold_are_paid_with_a_case() {
      startill.stock(KEY, List.of("CODE-1"));
      var anns = invoice(KEY, ANN);
      var bobs = invoice(KEY, BOB);
      checkout(anns, ANN);
      clock.advance(settings.hold());
      steps();
      checkout(bobs, BOB);
      charge(bobs, BOB);
      charge(anns, ANN);
      assertThat(cases()).containsExactly(CaseReason.SOLD_OUT_AFTER_PAYMENT);
      assertThat(telegram.said(Said.Wrote.class))
          .filteredOn(said -> said.text().contains("CODE-1"))
          .extracting(Said.Wrote::buyer)
          .containsExactly(BOB);
    }

    @Test
    void back_before_they_were_seen_are_booked_both_ways_and_fulfil_nothing() {
      var payload = invoice(GUIDE, ANN);
      var at = clock.instant();
      handle(new Update.Refunded(new ChargeId("stx1"), ANN, payload, "XTR", 50, at));
      handle(payment("stx1", payload, ANN, 50, "XTR"));
      assertThat(telegram.said(Said.Wrote.class)).isEmpty();
      assertThat(books.balances().values()).allMatch(balance -> balance == 0);
    }
  }

  @Nested
  class A_price_that_changed {
    @Test
    void honours_the_invoices_that_are_out() {
      var old = invoice(GUIDE, ANN);
      checkout(old, ANN);
      var dearer = selling(product(GUIDE, new Delivery.Text("Read {order}."), 60));
      dearer.sell(GUIDE).to(ANN).invoice();
      while (dearer.step() > 0) {
        assertThat(telegram.said()).isNotEmpty();
      }
      assertThat(telegram.said(Said.Invoiced.class).getLast().invoice().price().count())
          .isEqualTo(60);
      charge(old, ANN);
      assertThat(books.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
      assertThat(books.orders(10, Optional.empty()))
          .extracting(line -> line.order().word())
          .containsExactlyInAnyOrder(Order.Word.FULFILLED, Order.Word.OPEN);
      assertThat(cases()).isEmpty();
    }
  }

  @Nested
  class A_link {
    @Test
    void is_paid_by_two_people_and_each_gets_an_order() {
      startill.stock(KEY, List.of("CODE-1", "CODE-2"));
      var payload = "st:" + startill.sell(KEY).toAnyone().link().id();
      checkout(payload, ANN);
      checkout(payload, BOB);
      charge(payload, BOB);
      charge(payload, ANN);
      assertThat(books.orders(10, Optional.empty()))
          .extracting(line -> line.order().word())
          .containsExactly(Order.Word.FULFILLED, Order.Word.FULFILLED);
    }

    @Test
    void opened_again_and_again_holds_one_piece_for_one_payer() {
      startill.stock(KEY, List.of("CODE-1", "CODE-2"));
      var payload = "st:" + startill.sell(KEY).toAnyone().link().id();
      checkout(payload, ANN);
      checkout(payload, ANN);
      assertThat(books.stock()).extracting(Books.StockLine::held).containsExactly(1L);
    }

    @Test
    void that_is_closed_declines_and_still_takes_a_charge() {
      var link = startill.sell(GUIDE).toAnyone().link();
      startill.closeLink(link.id());
      assertThat(reason("st:" + link.id(), ANN, 50, "XTR")).isEqualTo(Answer.Reason.CLOSED);
      charge("st:" + link.id(), ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }
  }

  @Nested
  class Goods {
    @Test
    void wait_while_their_buyer_blocks_the_bot_and_leave_when_the_buyer_speaks() {
      var payload = invoice(GUIDE, ANN);
      telegram.replying(new Reply.Unreachable("Forbidden: bot was blocked by the user"));
      charge(payload, ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.PAID);
      assertThat(cases()).containsExactly(CaseReason.BUYER_UNREACHABLE);
      assertThat(startill.handle(new Update.Spoke(ANN))).isFalse();
      steps();
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
      assertThat(cases()).isEmpty();
    }

    @Test
    void of_a_handler_that_throws_are_tried_again_with_growing_pauses() {
      failures = 3;
      charge(invoice(COURSE, ANN), ANN);
      for (var pause : List.of(2, 4, 8)) {
        assertThat(handled).isEmpty();
        clock.advance(Duration.ofSeconds(pause).minusMillis(1));
        steps();
        assertThat(handled).isEmpty();
        clock.advance(Duration.ofMillis(1));
        steps();
      }
      assertThat(handled).hasSize(1);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }

    @Test
    void of_a_handler_that_never_succeeds_become_a_case() {
      failures = Integer.MAX_VALUE;
      charge(invoice(COURSE, ANN), ANN);
      for (var attempt = 0; attempt < settings.attempts(); attempt++) {
        clock.advance(settings.longestPause());
        steps();
      }
      assertThat(cases()).containsExactly(CaseReason.FULFILMENT_FAILED);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.PAID);
      assertThat(onlyStory().history().getLast().detail()).contains("out of chairs");
    }

    @Test
    void that_telegram_refuses_for_good_become_a_case_at_once() {
      var payload = invoice(GUIDE, ANN);
      telegram.replying(new Reply.Refused(400, "Bad Request: message is too long"));
      charge(payload, ANN);
      assertThat(cases()).containsExactly(CaseReason.FULFILMENT_FAILED);
    }

    @Test
    void survive_a_long_flood_control() {
      var payload = invoice(GUIDE, ANN);
      for (var second = 0; second < 3 * settings.attempts(); second++) {
        telegram.replying(new Reply.Later(Duration.ofSeconds(1)));
      }
      charge(payload, ANN);
      for (var second = 0; second < 4 * settings.attempts(); second++) {
        clock.advance(Duration.ofSeconds(1));
        steps();
      }
      assertThat(cases()).isEmpty();
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }

    @Test
    void of_an_adapter_with_a_defect_are_tried_again_and_become_a_case_in_the_end() {
      var payload = invoice(GUIDE, ANN);
      telegram.breaking(Integer.MAX_VALUE);
      charge(payload, ANN);
      for (var attempt = 0; attempt < settings.attempts(); attempt++) {
        clock.advance(settings.longestPause());
        steps();
      }
      assertThat(cases()).containsExactly(CaseReason.FULFILMENT_FAILED);
    }

    @Test
    void do_not_wait_behind_a_second_bubble_of_their_invoice() {
      var payload = invoice(GUIDE, ANN);
      telegram.replying(new Reply.Later(Duration.ofMinutes(30)));
      startill.sell(GUIDE).to(ANN).invoice();
      steps();
      charge(payload, ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }

    @Test
    void wait_as_long_as_telegram_asks() {
      var payload = invoice(GUIDE, ANN);
      telegram.replying(new Reply.Later(Duration.ofSeconds(30)));
      charge(payload, ANN);
      clock.advance(Duration.ofSeconds(29));
      steps();
      assertThat(telegram.said(Said.Wrote.class)).hasSize(1);
      clock.advance(Duration.ofSeconds(1));
      steps();
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
    }
  }
}
