package dev.startill.sandbox.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a test of somebody's bot can do and see. */
class TelegramTest {
  private Sandbox telegram;
  private TinyShop shop;
  private Buyer ann;

  @BeforeEach
  void open() {
    telegram = Sandbox.start();
    shop = new TinyShop(telegram.url(), telegram.token());
    ann = telegram.buyer("Ann").withStars(100);
  }

  @AfterEach
  void close() {
    shop.close();
    telegram.close();
  }

  @Nested
  class A_buyer {
    @Test
    void orders_pays_and_gets_the_goods() {
      ann.sends("/buy");
      var payment = ann.pays();

      assertThat(payment.isPaid()).isTrue();
      assertThat(ann.reads("Thank you").text()).contains(payment.charge());
      assertThat(ann.stars()).isEqualTo(50);
      assertThat(telegram.bot().stars()).isEqualTo(50);
      assertThat(ann.receipts()).containsExactly(new Receipt(payment.charge(), 50, "guide", false));
    }

    @Test
    void reads_each_message_once_and_in_order() {
      ann.sends("one");
      ann.sends("two");

      assertThat(ann.reads().text()).isEqualTo("You said: one");
      assertThat(ann.reads().text()).isEqualTo("You said: two");
    }

    @Test
    void reads_again_what_was_edited() {
      ann.sends("/edit");

      assertThat(ann.reads("Thought.").has("edit_date")).isTrue();
    }

    @Test
    void pays_the_invoice_that_answered_their_last_words() {
      ann.sends("/buy");
      var first = ann.pays().charge();
      ann.sends("/buy");
      var second = ann.pays().charge();

      assertThat(second).isNotEqualTo(first);
      assertThat(ann.stars()).isZero();
    }

    @Test
    void presses_a_button_by_its_words() {
      ann.sends("/menu");

      assertThat(ann.presses("A guide").text()).isEqualTo("Coming");
      assertThat(ann.pays().isPaid()).isTrue();
    }

    @Test
    void pays_a_link_that_somebody_else_was_given() {
      ann.sends("/link");
      var link = ann.reads("For a friend").link();
      var bob = telegram.buyer("Bob").withStars(50);

      assertThat(bob.pays(link).isPaid()).isTrue();
      bob.reads("Thank you");
      assertThat(ann.stars()).isEqualTo(100);
    }

    @Test
    void is_told_why_a_payment_failed() {
      ann.sends("/print");
      var payment = ann.pays();

      assertThat(payment.error()).isEqualTo("Sold out");
      assertThat(payment.code()).isEqualTo("BOT_PRECHECKOUT_FAILED");
      assertThatThrownBy(payment::charge)
          .isInstanceOf(AssertionError.class)
          .hasMessage("The payment is failed, not paid: Sold out");
    }

    @Test
    void waits_while_the_bot_thinks_and_the_clock_decides() {
      ann.sends("/dream");
      var payment = ann.beginsToPay(ann.waitsFor(Message::isInvoice));
      telegram.clock().advance(Duration.ofSeconds(10));

      assertThat(payment.join().error()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    }

    @Test
    void blocks_the_bot_and_lets_it_speak_again() {
      ann.sends("hello");
      ann.reads("hello");
      ann.blocks();
      var bob = telegram.buyer("Bob");
      bob.sends("hello");
      bob.reads("hello");
      ann.unblocks();
      ann.sends("again");

      assertThat(ann.reads().text()).isEqualTo("You said: again");
    }

    @Test
    void talks_to_one_of_several_bots() {
      var token = "42:AAF-another_bot_in_the_same_sandbox";
      var other = telegram.bot(token);
      try (var otherShop = new TinyShop(telegram.url(), token)) {
        assertThat(otherShop).isNotNull();
        ann.at(other).sends("/buy");
        assertThat(ann.at(other).pays().isPaid()).isTrue();
        ann.sends("/buy");
        ann.pays().charge();

        assertThat(other.stars()).isEqualTo(50);
        assertThat(telegram.bot().stars()).isEqualTo(50);
        assertThat(other.calls("sendInvoice")).hasSize(1);
        assertThat(telegram.calls("sendInvoice")).hasSize(2);
      }
    }
  }

  @Nested
  class A_fault {
    @Test
    void refuses_before_anything_happened() {
      ann.sends("/buy");
      ann.pays().charge();
      telegram.fail("refundStarPayment").before().withError(400, "Bad Request: NOT_NOW").once();
      ann.sends("/refund");

      ann.reads("Bad Request: NOT_NOW");
      assertThat(ann.stars()).isEqualTo(50);
    }

    @Test
    void after_the_effect_leaves_the_bot_in_the_dark() {
      ann.sends("/buy");
      var charge = ann.pays().charge();
      ann.reads("Thank you");
      telegram.fail("refundStarPayment").afterEffect().once();
      ann.sends("/refund");

      ann.reads("Internal Server Error");
      assertThat(ann.stars()).isEqualTo(100);
      assertThat(ann.receipts()).containsExactly(new Receipt(charge, 50, "guide", true));
      ann.sends("/refund");
      ann.reads("CHARGE_ALREADY_REFUNDED");
      assertThat(telegram.calls("refundStarPayment"))
          .extracting(Call::status)
          .containsExactly(500, 400);
    }

    @Test
    void loses_an_update() {
      telegram.lose("successful_payment").once();
      ann.sends("/buy");
      ann.pays().charge();
      ann.sends("anything?");

      ann.reads("anything?");
      assertThat(ann.chat()).noneMatch(message -> message.text().contains("Thank you"));
    }

    @Test
    void tells_an_update_twice() {
      telegram.duplicate("successful_payment").once();
      ann.sends("/buy");
      ann.pays().charge();

      ann.reads("Thank you");
      ann.reads("You have it already.");
    }

    @Test
    void is_healed() {
      telegram.fail("*").retryAfter(3).always();
      telegram.heal();
      ann.sends("hello");

      ann.reads("hello");
    }
  }

  @Test
  void a_subscription_renews_until_it_is_cancelled() {
    ann.sends("/club");
    var club = ann.subscribes(ann.reads("Join").link());
    assertThat(club.isActive()).isTrue();
    telegram.clock().advance(Duration.ofDays(30));
    assertThat(ann.stars()).isZero();
    assertThat(ann.subscriptions().getFirst().charges()).hasSize(2);

    assertThat(ann.cancels(club).isActive()).isFalse();
    assertThat(ann.restores(club).isActive()).isTrue();
  }

  @Test
  void a_charge_is_taken_back_at_the_store() {
    ann.sends("/buy");
    telegram.chargeBack(ann.pays().charge());

    assertThat(telegram.bot().stars()).isZero();
  }

  @Test
  void the_owner_withdraws() {
    ann.withStars(10_000);
    for (int i = 0; i < 20; i++) {
      ann.sends("/buy");
      ann.pays().charge();
    }
    telegram.clock().advance(Duration.ofDays(22));
    var withdrawal = telegram.withdraw(1_000);
    assertThat(withdrawal.state()).isEqualTo("pending");
    withdrawal.succeeds();

    assertThat(withdrawal.state()).isEqualTo("succeeded");
    assertThat(withdrawal.transaction()).isNotEmpty();
  }

  @Test
  void the_last_update_comes_again() {
    ann.sends("/buy");
    ann.pays().charge();
    ann.reads("Thank you");
    telegram.redeliverLast();

    ann.reads("You have it already.");
  }

  @Test
  void calls_are_values() {
    ann.sends("/buy");
    ann.waitsFor(Message::isInvoice);

    var call = telegram.calls("sendInvoice").getFirst();
    assertThat(call.ok()).isTrue();
    assertThat(call.parameter("currency")).isEqualTo("XTR");
    assertThat(call.request().path("prices").path(0).path("amount").asLong()).isEqualTo(50);
    assertThat(call.response().path("result").has("invoice")).isTrue();
  }

  @Test
  void the_next_call_is_waited_for() {
    ann.sends("hello");
    assertThat(telegram.waitsForCall("sendMessage").parameter("text")).isEqualTo("You said: hello");
    ann.sends("world");
    assertThat(telegram.waitsForCall("SENDMESSAGE").parameter("text")).isEqualTo("You said: world");
    assertThat(telegram.waitsForCall("getUpdates", Call::ok).ok()).isTrue();
  }

  @Test
  void a_bot_that_polls_goes_on_when_all_is_forgotten() {
    ann.sends("hello");
    ann.reads("hello");
    for (int i = 0; i < 8; i++) {
      telegram.forget();
      var next = telegram.buyer("Next").withStars(50);
      next.sends("hello");
      next.reads("hello");
      assertThat(next.chat()).hasSize(2);
    }
  }
}
