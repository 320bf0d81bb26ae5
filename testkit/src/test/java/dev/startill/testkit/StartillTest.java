package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.Order;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books;
import dev.startill.port.Fulfilment.Purchase;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.settings.Settings;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The whole engine, one step at a time, over a store and a Telegram in memory. */
class StartillTest {
  private static final BuyerId ANN = new BuyerId(777);
  private static final BuyerId BOB = new BuyerId(888);
  private static final ProductId GUIDE = new ProductId("guide");
  private static final ProductId KEY = new ProductId("key");
  private static final ProductId COURSE = new ProductId("course");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Settings settings = Settings.defaults();
  private final InMemoryStore store = new InMemoryStore(clock, settings, new Random(1));
  private final RecordingTelegram telegram = new RecordingTelegram();
  private final List<Purchase> handled = new ArrayList<>();
  private int failures;
  private final Startill startill =
      Startill.over(store, telegram)
          .selling(
              Catalog.of(
                  product(GUIDE, new Delivery.Text("Read {order}, {buyer}.")),
                  product(KEY, new Delivery.Code()),
                  product(COURSE, new Delivery.Handler("enrol"))))
          .fulfilling(this::enrol)
          .clock(clock)
          .random(new Random(2))
          .settings(settings)
          .build();
  private int charges;

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
      assertThat(store.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
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
      assertThat(store.balances()).containsEntry(Account.SALES, new Stars(50).toNanos());
    }

    @Test
    void asked_for_again_and_again_is_one_order_with_its_invoice_sent_again() {
      var first = invoice(GUIDE, ANN);
      var second = invoice(GUIDE, ANN);
      assertThat(second).isEqualTo(first);
      assertThat(store.orders(10, Optional.empty())).hasSize(1);
    }

    @Test
    void that_nobody_offers_is_refused_with_the_remedy() {
      assertThatThrownBy(() -> startill.sell(new ProductId("ghost"), ANN))
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
      assertThat(onlyStory().history().getLast().detail())
          .contains("declined 888")
          .contains("SOMEBODY_ELSES");
    }
  }

  @Nested
  class Stars_that_came {
    @Test
    void a_second_time_are_held_and_their_buyer_is_told() {
      var payload = invoice(GUIDE, ANN);
      charge(payload, ANN);
      charge(payload, ANN);
      assertThat(store.strays(10))
          .extracting(line -> line.stray().why())
          .containsExactly(StrayCharge.Why.SECOND);
      assertThat(cases()).containsExactly(CaseReason.SECOND_CHARGE);
      assertThat(telegram.said(Said.Wrote.class).getLast().text()).contains("on hold");
      assertThat(store.balances()).containsEntry(Account.SUSPENSE, new Stars(50).toNanos());
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
      assertThat(store.balances().values()).allMatch(balance -> balance == 0);
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
      assertThat(store.balances().values()).allMatch(balance -> balance == 0);
    }
  }

  @Nested
  class A_link {
    @Test
    void is_paid_by_two_people_and_each_gets_an_order() {
      startill.stock(KEY, List.of("CODE-1", "CODE-2"));
      var payload = "st:" + startill.openLink(KEY).id();
      checkout(payload, ANN);
      checkout(payload, BOB);
      charge(payload, BOB);
      charge(payload, ANN);
      assertThat(store.orders(10, Optional.empty()))
          .extracting(line -> line.order().word())
          .containsExactly(Order.Word.FULFILLED, Order.Word.FULFILLED);
    }

    @Test
    void opened_again_and_again_holds_one_piece_for_one_payer() {
      startill.stock(KEY, List.of("CODE-1", "CODE-2"));
      var payload = "st:" + startill.openLink(KEY).id();
      checkout(payload, ANN);
      checkout(payload, ANN);
      assertThat(store.stock()).extracting(Books.StockLine::held).containsExactly(1L);
    }

    @Test
    void that_is_closed_declines_and_still_takes_a_charge() {
      var link = startill.openLink(GUIDE);
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

  @Nested
  class An_answer {
    @Test
    void that_telegram_refuses_frees_what_was_held() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      telegram.replying(new Reply.Refused(400, "Bad Request: query is too old"));
      checkout(payload, ANN);
      assertThat(store.stock()).extracting(Books.StockLine::free).containsExactly(1L);
    }

    @Test
    void whose_fate_is_unknown_keeps_what_is_held_until_it_lapses() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      telegram.replying(new Reply.Unknown("timeout"));
      checkout(payload, ANN);
      assertThat(store.stock()).extracting(Books.StockLine::held).containsExactly(1L);
      clock.advance(settings.hold());
      steps();
      assertThat(store.stock()).extracting(Books.StockLine::free).containsExactly(1L);
    }

    @Test
    void to_a_renewal_that_fails_frees_nothing() {
      startill.stock(KEY, List.of("CODE-1"));
      var payload = invoice(KEY, ANN);
      checkout(payload, ANN);
      telegram.replying(new Reply.Refused(400, "Bad Request: query is too old"));
      checkout(payload, ANN);
      assertThat(store.stock()).extracting(Books.StockLine::held).containsExactly(1L);
    }
  }

  private static Product product(ProductId id, Delivery delivery) {
    return new Product(id, "The " + id, "All about it.", new Stars(50), delivery);
  }

  private void enrol(Purchase purchase) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("out of chairs");
    }
    handled.add(purchase);
  }

  private String invoice(ProductId product, BuyerId buyer) {
    startill.sell(product, buyer);
    steps();
    return telegram.said(Said.Invoiced.class).getLast().invoice().payload().text();
  }

  private Answer checkout(String payload, BuyerId payer) {
    return ask(payload, payer, 50, "XTR");
  }

  private Answer.Reason reason(String payload, BuyerId payer, long amount, String currency) {
    if (ask(payload, payer, amount, currency) instanceof Answer.Decline decline) {
      return decline.reason();
    }
    throw new AssertionError("It was approved.");
  }

  private Answer ask(String payload, BuyerId payer, long amount, String currency) {
    var id = new CheckoutId(Integer.toString(++charges));
    assertThat(startill.handle(new Update.Checkout(id, payer, payload, currency, amount))).isTrue();
    return telegram.said(Said.Answered.class).getLast().answer();
  }

  private void charge(String payload, BuyerId buyer) {
    handle(payment("stx" + ++charges, payload, buyer, 50, "XTR"));
  }

  private Update payment(
      String charge, String payload, BuyerId buyer, long amount, String currency) {
    return new Update.Payment(
        new ChargeId(charge), buyer, payload, currency, amount, clock.instant());
  }

  private boolean handle(Update update) {
    var ours = startill.handle(update);
    steps();
    return ours;
  }

  private void steps() {
    while (startill.step() > 0) {
      assertThat(telegram.said().size()).as("an endless loop").isLessThan(1000);
    }
  }

  private Order onlyOrder() {
    return onlyStory().line().order();
  }

  private Books.OrderStory onlyStory() {
    var orders = store.orders(10, Optional.empty());
    assertThat(orders).hasSize(1);
    return store.story(orders.getFirst().order().id()).orElseThrow();
  }

  private List<String> history() {
    return onlyStory().history().stream().map(Books.HistoryLine::what).toList();
  }

  private List<CaseReason> cases() {
    return store.cases(10).stream().map(Books.CaseLine::reason).toList();
  }
}
