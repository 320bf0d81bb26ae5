package dev.startill.telegram.pengrad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Updates;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.fuzz.Examples;
import dev.startill.testkit.fuzz.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesTest {
  private static final String MONEY =
      """
      {"currency":"XTR","total_amount":50,"invoice_payload":"st:ord_1",
       "telegram_payment_charge_id":"stxA1","provider_payment_charge_id":"777_8"}""";
  private static final String PAYMENT =
      """
      {"update_id":7,"message":{"message_id":42,"date":1795000005,"successful_payment":%s,
       "from":{"id":777000111,"is_bot":false,"first_name":"Ann"},
       "chat":{"id":777000111,"first_name":"Ann","type":"private"}}}"""
          .formatted(MONEY);

  static Stream<Named<Json>> updates() {
    return Examples.updates().entrySet().stream()
        .map(example -> Named.of(example.getKey(), example.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("updates")
  void what_the_library_read_means_what_the_wire_means(Json example) {
    assertSame(example.bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"from\"",
        "\"chat\"",
        "\"date\"",
        "\"currency\"",
        "\"total_amount\"",
        "\"type\""
      })
  void money_is_told_of_whatever_else_is_missing(String field) {
    var json = PAYMENT.replaceFirst(field, "\"x\"").getBytes(UTF_8);
    assertSame(json);
    assertThat(PengradUpdates.read(PengradUpdates.parse(json))).isInstanceOf(Update.Payment.class);
  }

  @Test
  void money_that_nobody_can_be_found_for_is_an_error_in_the_log_and_nothing_to_payments() {
    var json = PAYMENT.replace("telegram_payment_charge_id", "x").getBytes(UTF_8);
    assertSame(json);
    try (var log = RecordedLog.ofEverything()) {
      assertThat(PengradUpdates.read(PengradUpdates.parse(json))).isEqualTo(new Update.Other());
      assertThat(log.lines())
          .anyMatch(line -> line.contains("telegram_payment_charge_id is missing"))
          .anyMatch(line -> line.contains("statement"));
    }
  }

  @Test
  void money_beneath_a_checkout_is_not_passed_over() {
    var json =
        PAYMENT
            .replaceFirst("\\{", "{\"pre_checkout_query\":{\"id\":\"1\",\"from\":{\"id\":5}},")
            .getBytes(UTF_8);
    assertThat(PengradUpdates.typed(PengradUpdates.parse(json)).read())
        .isInstanceOfSatisfying(
            Incoming.Unreadable.class, unreadable -> assertThat(unreadable.ofMoney()).isTrue());
  }

  @Test
  void answers_have_the_librarys_form_for_webhooks() {
    var checkout = new CheckoutId("333");
    var order = new OrderId("ord_01jd000000000000000000000z");
    assertThat(PengradUpdates.write(new Answer.Approve(checkout, order, false)).toWebhookResponse())
        .isEqualTo(
            "{\"pre_checkout_query_id\":\"333\",\"ok\":true,\"method\":\"answerPreCheckoutQuery\"}");
    assertThat(
            PengradUpdates.write(new Answer.Decline(checkout, Answer.Reason.SOLD_OUT))
                .getParameters())
        .containsEntry("ok", false)
        .containsEntry("error_message", "Sorry, this is sold out.");
  }

  private static void assertSame(byte[] json) {
    assertThat(PengradUpdates.typed(PengradUpdates.parse(json)).read())
        .isEqualTo(Updates.read(json));
  }
}
