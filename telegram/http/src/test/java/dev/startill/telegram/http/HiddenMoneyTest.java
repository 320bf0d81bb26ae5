package dev.startill.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import org.junit.jupiter.api.Test;

/** What the fuzzer found, or would find again: money is told of whatever lies around it. */
class HiddenMoneyTest {
  private static final String FROM = "\"from\":{\"id\":777000111,\"is_bot\":false}";
  private static final String CHAT = "\"chat\":{\"id\":777000111,\"type\":\"private\"}";
  private static final String PAYMENT =
      """
      {"update_id":7,"message":{"message_id":42,%s,%s,"date":1795000005,"successful_payment":
      {"currency":"XTR","total_amount":50,"invoice_payload":"ord_1",
      "telegram_payment_charge_id":"stx1"}}}"""
          .formatted(FROM, CHAT);

  @Test
  void a_value_of_another_kind_hides_no_payment_behind_it() {
    assertThat(update(PAYMENT.replace("\"is_bot\":false", "\"is_bot\":{\"id\":5}")))
        .isEqualTo(update(PAYMENT));
  }

  @Test
  void money_beneath_something_else_is_not_passed_over() {
    var paid = PAYMENT;
    var hidden = paid.substring(0, paid.length() - 1) + ",\"message\":{" + FROM + "," + CHAT + "}}";
    assertThat(Updates.read(hidden.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Incoming.Unreadable.class, unreadable -> assertThat(unreadable.ofMoney()).isTrue());
  }

  @Test
  void an_id_is_one_that_every_database_keeps_as_it_is() {
    var odd = PAYMENT.replace("stx1", "stx\\ud83d\\u0000").replace("ord_1", "\\ude00");
    assertThat(update(odd))
        .isInstanceOfSatisfying(
            Update.Payment.class,
            payment -> {
              assertThat(payment.id().value()).isEqualTo("stx\uFFFD\uFFFD");
              assertThat(payment.payload()).isEqualTo("\uFFFD");
            });
  }

  @Test
  void broken_json_is_of_money_where_it_names_it() {
    var cut = PAYMENT.substring(0, PAYMENT.indexOf("XTR"));
    var deep = PAYMENT.replace("{\"update_id\"", "{\"a\":" + "[".repeat(200) + ",\"update_id\"");
    var said = "{\"update_id\":7,\"message\":{\"text\":\"\\\"successful_payment\\\"\"}";
    assertThat(Updates.read(cut.getBytes(UTF_8))).matches(HiddenMoneyTest::isOfMoney);
    assertThat(Updates.read(deep.getBytes(UTF_8))).matches(HiddenMoneyTest::isOfMoney);
    assertThat(Updates.read(said.getBytes(UTF_8)))
        .isInstanceOf(Incoming.Unreadable.class)
        .matches(it -> !isOfMoney(it));
  }

  @Test
  void what_is_no_update_does_not_end_the_answer() {
    var batch =
        Updates.readAll(("{\"ok\":true,\"result\":[null,[{}]," + PAYMENT + "]}").getBytes(UTF_8));
    assertThat(batch.broken()).isEmpty();
    assertThat(batch.updates()).hasSize(3).last().isInstanceOf(Incoming.Understood.class);
  }

  private static boolean isOfMoney(Incoming incoming) {
    return incoming instanceof Incoming.Unreadable unreadable && unreadable.ofMoney();
  }

  private static Update update(String json) {
    return ((Incoming.Understood) Updates.read(json.getBytes(UTF_8))).update();
  }
}
