package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an invoice to moved Stars, and all the ways in which they do not move. */
class PaymentTest extends SandboxTest {
  private long ann;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 100);
  }

  @Test
  void an_approved_payment_moves_the_stars_and_tells_the_bot() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var asked = bot.next("pre_checkout_query");
    assertThat(asked.path("from").path("id").asLong()).isEqualTo(ann);
    assertThat(asked.path("total_amount").asLong()).isEqualTo(50);
    assertThat(asked.path("currency").asString()).isEqualTo("XTR");
    assertThat(asked.path("invoice_payload").asString()).isEqualTo("ord_1");
    bot.ok("answerPreCheckoutQuery", yes(asked.path("id").asString()));

    var answer = end.join().json();
    assertThat(answer.path("status").asString()).isEqualTo("paid");
    var message = bot.next("message");
    var payment = message.path("successful_payment");
    var charge = payment.path("telegram_payment_charge_id").asString();
    assertThat(charge)
        .matches("stx[A-Za-z0-9_-]{128}")
        .isEqualTo(answer.path("charge_id").asString());
    assertThat(payment.path("provider_payment_charge_id").asString()).isEqualTo(ann + "_1");
    assertThat(payment.path("invoice_payload").asString()).isEqualTo("ord_1");
    assertThat(message.path("from").path("id").asLong()).isEqualTo(ann);
    assertThat(bot.stars(ann)).isEqualTo(50);
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(50);
  }

  @Test
  void half_a_surrogate_pair_is_no_reason_to_decline() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    var no = "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":false,\"error_message\":\"%s\"}";
    assertThat(bot.call("answerPreCheckoutQuery", no.formatted("\\ud800")).description())
        .isEqualTo("Bad Request: strings must be encoded in UTF-8");
    bot.ok("answerPreCheckoutQuery", no.formatted("Sold out"));
    assertThat(end.join().json().path("error").asString()).isEqualTo("Sold out");
  }

  @Test
  void a_declined_payment_moves_nothing_and_shows_the_bots_words() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok(
        "answerPreCheckoutQuery",
        "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":false,\"error_message\":\"Sold out\"}");
    assertThat(end.join().json().toString())
        .isEqualTo(
            "{\"status\":\"failed\",\"error\":\"Sold out\",\"code\":\"BOT_PRECHECKOUT_FAILED\"}");
    assertThat(bot.stars(ann)).isEqualTo(100);
  }

  @Test
  void after_ten_seconds_of_silence_the_payment_fails_and_the_answer_is_too_late() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    sandbox.clock().advance(Duration.ofSeconds(10));
    assertThat(end.join().json().path("error").asString()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    var late = bot.call("answerPreCheckoutQuery", yes(id));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.description())
        .isEqualTo(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
    assertThat(bot.stars(ann)).isEqualTo(100);
  }

  @Test
  void a_link_is_paid_by_many_and_each_charge_is_new() {
    var link = bot.link("ord_1", 5);
    var charges = new HashSet<String>();
    for (int i = 0; i < 5; i++) {
      var end = bot.pays(i % 2 == 0 ? ann : bot.user("Bob", 10), link);
      bot.ok("answerPreCheckoutQuery", yes(bot.next("pre_checkout_query").path("id").asString()));
      charges.add(end.join().json().path("charge_id").asString());
      var paid = bot.next("message");
      assertThat(paid.has("successful_payment")).isTrue();
    }
    assertThat(charges).hasSize(5);
  }

  @Test
  void a_buyer_without_enough_stars_is_told_before_the_bot_is_asked() {
    var end = bot.pays(ann, bot.link("ord_1", 101)).join();
    assertThat(end.json().path("status").asString()).isEqualTo("failed");
    assertThat(end.json().path("error").asString()).isEqualTo("BALANCE_TOO_LOW");
    assertThat(bot.ok("getUpdates", "{}")).isEmpty();
  }

  @Test
  void two_payments_that_a_balance_covers_only_once_end_with_one_charge() {
    var link = bot.link("ord_1", 60);
    var first = bot.pays(ann, link);
    var one = bot.next("pre_checkout_query").path("id").asString();
    var second = bot.pays(ann, link);
    var two = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", yes(one));
    bot.ok("answerPreCheckoutQuery", yes(two));
    assertThat(first.join().json().path("status").asString()).isEqualTo("paid");
    assertThat(second.join().json().path("error").asString()).isEqualTo("BALANCE_TOO_LOW");
    assertThat(bot.stars(ann)).isEqualTo(40);
  }

  @Test
  void an_invoice_message_is_paid_by_its_number_also_twice() {
    bot.says(ann, "/buy");
    var sent = bot.ok("sendInvoice", withChat(Client.invoice("ord_1", 10)));
    for (int i = 1; i <= 2; i++) {
      var end =
          bot.postLater(
              "/sandbox/users/" + ann + "/payments",
              "{\"bot\":%d,\"message_id\":%d}"
                  .formatted(Client.BOT, sent.path("message_id").asLong()));
      bot.ok("answerPreCheckoutQuery", yes(bot.next("pre_checkout_query").path("id").asString()));
      assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
      assertThat(bot.stars(ann)).isEqualTo(100 - i * 10L);
    }
  }

  @Test
  void a_pre_checkout_is_answered_once() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", yes(id));
    end.join();
    assertThat(bot.call("answerPreCheckoutQuery", yes(id)).description()).startsWith(TOO_OLD);
  }

  @Test
  void an_answer_needs_ok_or_words() {
    assertThat(
            bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"1\"}").description())
        .isEqualTo("Bad Request: parameter \"error_message\" is required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1", "99999999999999999999", "9223372036854775808"})
  void an_unknown_query_is_too_old(String id) {
    assertThat(bot.call("answerPreCheckoutQuery", yes(id)).description()).startsWith(TOO_OLD);
  }

  @Test
  void another_bot_cannot_answer() {
    var end = bot.pays(ann, bot.link("ord_1", 50));
    var id = bot.next("pre_checkout_query").path("id").asString();
    var other = new Client(sandbox.url(), "987654321:other");
    assertThat(other.call("answerPreCheckoutQuery", yes(id)).description()).startsWith(TOO_OLD);
    bot.ok("answerPreCheckoutQuery", yes(id));
    assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
  }

  @Test
  void paying_a_link_opens_the_private_chat_and_shows_the_receipt() {
    assertThat(bot.call("sendMessage", hello()).description())
        .isEqualTo("Forbidden: bot can't initiate conversation with a user");
    var end = bot.pays(ann, bot.link("ord_1", 50));
    bot.ok("answerPreCheckoutQuery", yes(bot.next("pre_checkout_query").path("id").asString()));
    end.join();
    bot.ok("sendMessage", hello());
    var chat = bot.get("/sandbox/users/" + ann + "/messages?bot=" + Client.BOT).json();
    assertThat(chat.path(0).path("successful_payment").path("total_amount").asLong()).isEqualTo(50);
    assertThat(chat.path(1).path("text").asString()).isEqualTo("hello");
  }

  @Test
  void a_hundred_and_twenty_eight_buyers_pay_at_once() {
    var link = bot.link("ord_1", 1);
    var ends = IntStream.range(0, 128).mapToObj(i -> bot.pays(bot.user("U" + i, 1), link)).toList();
    long offset = 0;
    for (int paid = 0; paid < 128; ) {
      for (var update : bot.updates(offset)) {
        offset = update.path("update_id").asLong() + 1;
        if (update.has("pre_checkout_query")) {
          bot.ok(
              "answerPreCheckoutQuery",
              yes(update.path("pre_checkout_query").path("id").asString()));
          paid++;
        }
      }
    }
    assertThat(ends).allMatch(end -> end.join().json().path("status").asString().equals("paid"));
    assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(128);
  }

  private static final String TOO_OLD = "Bad Request: query is too old";

  private String hello() {
    return "{\"chat_id\":" + ann + ",\"text\":\"hello\"}";
  }

  private String withChat(String invoice) {
    return "{\"chat_id\":" + ann + "," + invoice.substring(1);
  }

  private static String yes(String id) {
    return "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}";
  }
}
