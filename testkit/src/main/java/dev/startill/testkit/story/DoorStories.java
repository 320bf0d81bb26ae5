package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.intake.Update;
import dev.startill.payment.Answer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Order;
import dev.startill.port.Books;
import dev.startill.port.Notice;
import dev.startill.port.SettingsException;
import dev.startill.port.TelegramException;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a merchant's program says at the front door, and hears there. */
abstract class DoorStories extends Story {
  @Nested
  class A_link_for_one_buyer {
    @Test
    void sends_nothing_and_sells_once_to_that_buyer() {
      var link = startill.sell("guide").to(ANN.value()).once().link();
      steps();
      assertThat(telegram.said()).isEmpty();
      var payload = "st:" + link.order();
      assertThat(reason(payload, BOB, 50, "XTR")).isEqualTo(Answer.Reason.SOMEBODY_ELSES);
      assertThat(checkout(payload, ANN)).isInstanceOf(Answer.Approve.class);
      charge(payload, ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.ALREADY_PAID);
      assertThat(history())
          .startsWith("OrderRequested")
          .contains("CheckoutArrived", "ChargeReceived", "GoodsHandedOver")
          .doesNotContain("InvoiceRequested", "InvoiceSent");
    }

    @Test
    void is_durable_before_telegram_is_asked() {
      telegram.silent(true);
      assertThatThrownBy(() -> startill.sell(GUIDE).to(ANN).link())
          .isInstanceOf(TelegramException.class);
      var order = onlyOrder();

      telegram.silent(false);

      assertThat(startill.sell(GUIDE).to(ANN).link().order()).isEqualTo(order.id());
    }

    @Test
    void and_an_invoice_in_the_chat_are_the_same_order() {
      var link = startill.sell(GUIDE).to(ANN).link();
      assertThat(startill.sell(GUIDE).to(ANN).invoice()).isEqualTo(link.order());
      steps();
      assertThat(telegram.said(Said.Invoiced.class)).hasSize(1);
    }

    @Test
    void is_valid_for_as_long_as_was_said_last() {
      var day = startill.sell(GUIDE).to(ANN).link();
      var quarter = startill.sell(GUIDE).to(ANN).validFor(Duration.ofMinutes(15)).link();
      assertThat(quarter.order()).isEqualTo(day.order());
      clock.advance(Duration.ofMinutes(14));
      assertThat(checkout("st:" + day.order(), ANN)).isInstanceOf(Answer.Approve.class);
      clock.advance(Duration.ofMinutes(1));
      assertThat(reason("st:" + day.order(), ANN, 50, "XTR")).isEqualTo(Answer.Reason.EXPIRED);
    }

    @Test
    void that_ended_gives_way_to_another() {
      var first = startill.sell(GUIDE).to(ANN).validFor(Duration.ofMinutes(15)).link();
      clock.advance(Duration.ofMinutes(15));
      assertThat(startill.sell(GUIDE).to(ANN).link().order()).isNotEqualTo(first.order());
    }
  }

  @Nested
  class A_link_for_anyone {
    @Test
    void once_is_the_first_payers() {
      var link = startill.sell(GUIDE).toAnyone().once().link();
      var payload = "st:" + link.order();
      assertThat(checkout(payload, BOB)).isInstanceOf(Answer.Approve.class);
      assertThat(reason(payload, ANN, 50, "XTR")).isEqualTo(Answer.Reason.SOMEBODY_ELSES);
      charge(payload, BOB);
      assertThat(onlyOrder())
          .isInstanceOfSatisfying(
              Order.Paid.class, paid -> assertThat(paid.charge().buyer()).isEqualTo(BOB));
      assertThat(startill.sell(GUIDE).toAnyone().once().link().order()).isNotEqualTo(link.order());
    }

    @Test
    void ends_when_its_time_is_over() {
      var link = startill.sell(GUIDE).toAnyone().validFor(Duration.ofHours(1)).link();
      assertThat(checkout("st:" + link.id(), ANN)).isInstanceOf(Answer.Approve.class);
      clock.advance(Duration.ofHours(1));
      assertThat(reason("st:" + link.id(), BOB, 50, "XTR")).isEqualTo(Answer.Reason.EXPIRED);
    }
  }

  @Nested
  class A_wrong_word {
    @Test
    void about_the_product_names_the_nearest() {
      assertThatThrownBy(() -> startill.sell("guid"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("'guid'")
          .hasMessageContaining("Is it 'guide'?");
    }

    @Test
    void where_nothing_is_on_sale_says_so() {
      var empty = Startill.over(store, telegram).clock(clock).random(new Random(4)).build();
      assertThatThrownBy(() -> empty.sell("guide"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("selling(…)");
    }

    @Test
    void about_the_chat_says_what_to_do_there() {
      var sale = startill.sell(GUIDE).to(ANN);
      assertThatThrownBy(() -> sale.invoice(-100_123L))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("link()");
      assertThatThrownBy(() -> sale.invoice(BOB.value()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("777");
      assertThat(books.orders(9, Optional.empty())).isEmpty();
      assertThat(sale.invoice(ANN.value())).isNotNull();
    }

    @Test
    void about_the_time_says_what_it_may_be() {
      var sale = startill.sell(GUIDE).to(ANN);
      for (var wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(367))) {
        assertThatThrownBy(() -> sale.validFor(wrong))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("366 days");
      }
    }

    @Test
    void about_the_handler_is_found_before_the_start() {
      var setup =
          Startill.over(store, telegram)
              .selling(Catalog.of(product(COURSE, new Delivery.Handler("enrol"))));
      assertThatThrownBy(setup::build)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("'course'")
          .hasMessageContaining("fulfilling(…)");
    }
  }

  @Nested
  class A_reader {
    @Test
    void finds_the_orders_of_a_buyer_and_of_a_charge() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      var paid = onlyOrder();
      startill.sell(KEY).to(BOB).invoice();
      var orders = startill.orders();
      assertThat(orders.of(777, 9)).extracting(Books.OrderLine::order).containsExactly(paid);
      assertThat(orders.newest(9)).hasSize(2);
      assertThat(orders.before(orders.newest(1).getFirst().order().id(), 9))
          .extracting(Books.OrderLine::order)
          .containsExactly(paid);
      assertThat(orders.paidBy(new ChargeId("stx1"))).contains((Order.Paid) paid);
      assertThat(orders.find(paid.id()).orElseThrow().history()).isNotEmpty();
    }
  }

  @Nested
  class A_listener {
    private final List<Notice> heard = new ArrayList<>();
    private final List<String> named = new ArrayList<>();

    private Startill listened() {
      return Startill.over(store, telegram)
          .selling(Catalog.of(product(GUIDE, new Delivery.Text("Read."))))
          .clock(clock)
          .random(new Random(5))
          .answering(Runnable::run)
          .listening(
              notice -> {
                throw new IllegalStateException("deaf to " + notice);
              })
          .listening(heard::add)
          .onPaid(paid -> named.add("paid " + paid.order().charge().id()))
          .onFulfilled(fulfilled -> named.add("fulfilled"))
          .onRefunded(refunded -> named.add("refunded " + refunded.charge().id()))
          .onHeld(held -> named.add("held " + held.stray().charge().id()))
          .onCaseOpened(opened -> named.add("case " + opened.reason()))
          .build();
    }

    @Test
    void hears_of_a_sale_and_its_refund_and_one_that_throws_hurts_nobody() {
      startill = listened();
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      startill.refund(new ChargeId("stx1"), "asked for");
      steps();
      startill.step();
      assertThat(named).containsExactly("paid stx1", "fulfilled", "refunded stx1");
      assertThat(heard).hasSize(3);
      assertThat(heard.getFirst())
          .isInstanceOfSatisfying(
              Notice.Paid.class, p -> assertThat(p.order().id()).isEqualTo(onlyOrder().id()));
    }

    @Test
    void hears_of_what_is_held_and_why() {
      startill = listened();
      charge("st:ord_00000000000000000000000009", ANN);
      startill.step();
      assertThat(named).containsExactly("held stx1", "case OWNERLESS_CHARGE");
      assertThat(heard.getLast())
          .isInstanceOfSatisfying(
              Notice.CaseOpened.class,
              opened -> {
                assertThat(opened.reason()).isEqualTo(CaseReason.OWNERLESS_CHARGE);
                assertThat(opened.charge()).contains(new ChargeId("stx1"));
              });
    }

    @Test
    void hears_nothing_twice_of_an_update_that_comes_twice() {
      startill = listened();
      var payload = invoice(GUIDE, ANN);
      var payment = payment("stx1", payload, ANN, 50, "XTR");
      handle(payment);
      handle(payment);
      startill.step();
      assertThat(named).containsExactly("paid stx1", "fulfilled");
    }
  }

  @Nested
  class Somebody_elses_invoice {
    private static final String OLD = "invoice-17";

    @Test
    void beside_ours_is_left_alone_from_its_checkout_to_its_refund() {
      var ours = invoice(GUIDE, ANN);
      var said = telegram.said().size();

      assertThat(startill.handle(new Update.Checkout(new CheckoutId("old"), ANN, OLD, "XTR", 25)))
          .isFalse();
      assertThat(startill.handle(payment("old1", OLD, ANN, 25, "XTR"))).isFalse();
      assertThat(
              startill.handle(
                  new Update.Refunded(new ChargeId("old1"), ANN, OLD, "XTR", 25, clock.instant())))
          .isFalse();
      steps();
      assertThat(telegram.said()).hasSize(said);
      assertThat(books.strays(9)).isEmpty();
      assertThat(startill.refund(new ChargeId("old1"), "not ours").isAccepted()).isFalse();

      assertThat(checkout(ours, ANN)).isInstanceOf(Answer.Approve.class);
      charge(ours, ANN);
      assertThat(onlyOrder().word()).isEqualTo(Order.Word.FULFILLED);
      assertThat(cases()).isEmpty();
    }
  }
}
