package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.Answer;
import dev.startill.payment.Order;
import dev.startill.port.Books;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the invoice to the answer that Telegram waits for. */
abstract class CheckoutStories extends Story {
  @Nested
  class A_sale {
    @Test
    void goes_from_the_invoice_to_the_goods() {
      var payload = invoice(GUIDE, ANN);
      assertThat(checkout(payload, ANN)).isInstanceOf(Answer.Approve.class);
      charge(payload, ANN);
      var order = onlyOrder();
      assertThat(telegram.said(Said.Wrote.class))
          .containsExactly(new Said.Wrote(ANN, "Read %s, 777.".formatted(order.id())));
      assertThat(order.word()).isEqualTo(Order.Word.FULFILLED);
      assertThat(books.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
      assertThat(history())
          .containsExactly(
              "InvoiceRequested",
              "InvoiceSent",
              "CheckoutArrived",
              "ChargeReceived",
              "GoodsHandedOver");
    }

    @Test
    void told_twice_happens_once() {
      var payload = invoice(GUIDE, ANN);
      checkout(payload, ANN);
      var payment = payment("stx1", payload, ANN, 50, "XTR");
      assertThat(handle(payment)).isTrue();
      assertThat(handle(payment)).isTrue();
      assertThat(telegram.said(Said.Wrote.class)).hasSize(1);
      assertThat(books.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
    }

    @Test
    void asked_for_again_and_again_is_one_order_with_its_invoice_sent_again() {
      var first = invoice(GUIDE, ANN);
      var second = invoice(GUIDE, ANN);
      assertThat(second).isEqualTo(first);
      assertThat(books.orders(10, Optional.empty())).hasSize(1);
    }

    @Test
    void that_nobody_offers_is_refused_with_the_remedy() {
      assertThatThrownBy(() -> startill.sell("ghost"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("ghost");
    }
  }

  @Nested
  class Declined {
    @Test
    void because_the_order_is_unknown() {
      assertThat(reason("st:ord_00000000000000000000000009", ANN, 50, "XTR"))
          .isEqualTo(Answer.Reason.UNKNOWN_ORDER);
    }

    @Test
    void because_it_expired() {
      var payload = invoice(GUIDE, ANN);
      clock.advance(Duration.ofHours(24));
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.EXPIRED);
      steps();
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.EXPIRED);
    }

    @Test
    void because_it_is_paid() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.ALREADY_PAID);
    }

    @Test
    void because_it_is_somebody_elses() {
      assertThat(reason(invoice(GUIDE, ANN), BOB, 50, "XTR"))
          .isEqualTo(Answer.Reason.SOMEBODY_ELSES);
    }

    @Test
    void because_amount_or_currency_differ() {
      var payload = invoice(GUIDE, ANN);
      assertThat(reason(payload, ANN, 49, "XTR")).isEqualTo(Answer.Reason.WRONG_AMOUNT);
      assertThat(reason(payload, ANN, -50, "XTR")).isEqualTo(Answer.Reason.WRONG_AMOUNT);
      assertThat(reason(payload, ANN, Long.MAX_VALUE, "XTR")).isEqualTo(Answer.Reason.WRONG_AMOUNT);
      assertThat(reason(payload, ANN, 50, "USD")).isEqualTo(Answer.Reason.WRONG_AMOUNT);
    }

    @Test
    void because_the_last_one_is_held_for_another() {
      startill.stock(KEY, List.of("CODE-1"));
      var anns = invoice(KEY, ANN);
      var bobs = invoice(KEY, BOB);
      assertThat(checkout(anns, ANN)).isInstanceOf(Answer.Approve.class);
      assertThat(reason(bobs, BOB, 50, "XTR")).isEqualTo(Answer.Reason.SOLD_OUT);
      clock.advance(settings.hold());
      steps();
      assertThat(checkout(bobs, BOB)).isInstanceOf(Answer.Approve.class);
    }

    @Test
    void because_the_store_cannot_record_it() {
      var payload = invoice(GUIDE, ANN);
      store.close();
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.NOT_RECORDED);
    }

    @Test
    void is_in_the_orders_history() {
      var payload = invoice(GUIDE, ANN);
      checkout(payload, BOB);
      // Nobody waits for that note: it is written with what comes next.
      steps();
      assertThat(onlyStory().history().getLast().detail())
          .contains("declined 888")
          .contains("SOMEBODY_ELSES");
    }
  }

  @Nested
  class An_answer {
    @Test
    void that_telegram_refuses_frees_what_was_held() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      telegram.replying(new Reply.Refused(400, "Bad Request: query is too old"));
      checkout(payload, ANN);
      assertThat(books.stock()).extracting(Books.StockLine::free).containsExactly(1L);
    }

    @Test
    void whose_fate_is_unknown_keeps_what_is_held_until_it_lapses() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      telegram.replying(new Reply.Unknown("timeout"));
      checkout(payload, ANN);
      assertThat(books.stock()).extracting(Books.StockLine::held).containsExactly(1L);
      clock.advance(settings.hold());
      steps();
      assertThat(books.stock()).extracting(Books.StockLine::free).containsExactly(1L);
    }

    @Test
    void to_a_renewal_that_fails_frees_nothing() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      checkout(payload, ANN);
      telegram.replying(new Reply.Refused(400, "Bad Request: query is too old"));
      checkout(payload, ANN);
      assertThat(books.stock()).extracting(Books.StockLine::held).containsExactly(1L);
    }
  }
}
