package dev.startill.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesTest {
  private static final BuyerId ANN = new BuyerId(777000111);
  private static final String FROM =
      "\"from\":{\"id\":777000111,\"is_bot\":false,\"first_name\":\"Ann\"}";
  private static final String CHAT =
      "\"chat\":{\"id\":777000111,\"first_name\":\"Ann\",\"type\":\"private\"}";
  private static final String BOT = "\"from\":{\"id\":123456789,\"is_bot\":true}";
  private static final String CHARGE = "stx" + "A1b2".repeat(32);

  @Test
  void a_checkout() {
    assertThat(update(checkout("50")))
        .isEqualTo(
            new Update.Checkout(new CheckoutId("3336500512345678901"), ANN, "ord_1", "XTR", 50));
  }

  @Test
  void a_payment() {
    assertThat(update(payment("50")))
        .isEqualTo(
            new Update.Payment(
                new ChargeId(CHARGE), ANN, "ord_1", "XTR", 50, Instant.ofEpochSecond(1795000005)));
  }

  @Test
  void a_payment_whose_fields_come_in_another_order() {
    var turned =
        """
        {"message":{"successful_payment":%s,"date":1795000005,%s,%s,"message_id":4},"update_id":7}
        """
            .formatted(money("50"), CHAT, FROM);
    assertThat(update(turned)).isEqualTo(update(payment("50")));
  }

  @Test
  void a_refund_belongs_to_whose_chat_it_is_in() {
    assertThat(update(refund("50")))
        .isEqualTo(
            new Update.Refunded(
                new ChargeId(CHARGE), ANN, "ord_1", "XTR", 50, Instant.ofEpochSecond(1795000500)));
  }

  @Test
  void other_currencies_are_read_and_left_to_others_to_judge() {
    assertThat(update(payment("50").replace("XTR", "EUR")))
        .isInstanceOfSatisfying(
            Update.Payment.class, payment -> assertThat(payment.currency()).isEqualTo("EUR"));
  }

  @Test
  void a_text_in_the_private_chat() {
    assertThat(understood(message("/Buy@shop_bot  the book ")))
        .isEqualTo(
            new Incoming.Understood(
                7,
                new Update.Spoke(ANN),
                new Incoming.Said(ANN.value(), true, ANN, "/Buy@shop_bot  the book ")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "/buy,buy,,",
        "/Buy@shop_bot  the book ,buy,shop_bot,the book",
        "/start ord_1,start,,ord_1",
        "/buy_2\tnow,buy_2,,now"
      })
  void a_command(String text, String name, String bot, String argument) {
    var said = new Incoming.Said(1, true, ANN, text);
    assertThat(said.command())
        .contains(
            new Incoming.Command(name, Optional.ofNullable(bot), argument == null ? "" : argument));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "buy", " /buy", "/bu-y", "/@shop_bot", "//buy", "/héllo"})
  void no_command(String text) {
    assertThat(new Incoming.Said(1, true, ANN, text).command()).isEmpty();
  }

  @Test
  void a_text_in_a_group_is_no_word_to_the_bot_alone() {
    var group = message("/buy").replace("\"private\"", "\"supergroup\"");
    assertThat(understood(group).update()).isEqualTo(new Update.Other());
    assertThat(understood(group).word())
        .isInstanceOfSatisfying(
            Incoming.Said.class, said -> assertThat(said.isPrivate()).isFalse());
  }

  @Test
  void a_pressed_button() {
    var callback =
        """
        {"update_id":7,"callback_query":{"id":"99",%s,"message":{"message_id":4,%s,"text":"x"},
         "chat_instance":"1","data":"buy:book"}}
        """
            .formatted(FROM, CHAT);
    assertThat(understood(callback).word()).isEqualTo(new Incoming.Pressed("99", ANN, "buy:book"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\":7}",
        "{\"update_id\":7,\"poll\":{\"id\":\"1\",\"options\":[{\"text\":null}]}}",
        "{\"update_id\":7,\"channel_post\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-100}}}",
        "{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-100}}}",
        "{\"update_id\":7,\"something\":[[[1,2.5,{\"new\":null}]]]}",
        "{\"update_id\":7,\"subscription\":{\"state\":\"active\",\"invoice_payload\":\"x\"}}",
      })
  void what_nobody_asked_for_is_something_else(String json) {
    assertThat(understood(json))
        .isEqualTo(new Incoming.Understood(7, new Update.Other(), new Incoming.Silence()));
  }

  @Test
  void names_and_texts_pass_as_they_are() {
    var odd = "<script>'; DROP TABLE x;-- \\u0000 \\ud83d \\udE00";
    assertThat(understood(message(odd)).word())
        .isInstanceOfSatisfying(
            Incoming.Said.class,
            said ->
                assertThat(said.text()).isEqualTo("<script>'; DROP TABLE x;-- \0 \uD83D \uDE00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "5e1",
        "-1",
        "0",
        "\"50\"",
        "null",
        "true",
        "[50]",
        "{\"a\":[{}]}",
        "9223372037",
        "9223372036854775808",
        "99999999999999999999999999999"
      })
  void an_amount_that_is_none_is_named_before_money_and_told_of_after(String amount) {
    assertUnreadable(checkout(amount), "pre_checkout_query.total_amount");
    assertThat(List.of(update(payment(amount)), update(refund(amount))))
        .hasExactlyElementsOfTypes(Update.Payment.class, Update.Refunded.class);
    var paid = ((Update.Payment) update(payment(amount)));
    assertThat(Stars.fits(paid.amount())).isFalse();
    assertThat(paid)
        .isEqualTo(
            new Update.Payment(
                new ChargeId(CHARGE), ANN, "ord_1", "XTR", paid.amount(), paid.at()));
  }

  @Test
  void money_that_came_is_told_of_whatever_else_is_missing() {
    var whole = (Update.Payment) update(payment("50"));
    assertThat(update(payment("50").replace("\"from\"", "\"x\""))).isEqualTo(whole);
    assertThat(update(payment("50").replace(FROM, "\"from\":{\"id\":[5]}"))).isEqualTo(whole);
    assertThat(update(payment("50").replace("\"chat\"", "\"x\""))).isEqualTo(whole);
    assertThat(update(payment("50").replace("42", "42,\"text\":[[5]]"))).isEqualTo(whole);
    assertThat(((Update.Payment) update(payment("50").replace("\"date\"", "\"x\""))).at())
        .isEqualTo(Instant.EPOCH);
    assertThat(((Update.Payment) update(payment("50").replace("\"XTR\"", "[7]"))).currency())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram_payment_charge_id", "invoice_payload", "from"})
  void money_that_nobody_can_be_found_for_is_unreadable_and_says_that_it_is_money(String field) {
    var json = payment("50").replace("\"chat\"", "\"x\"").replace(field, "y");
    assertThat(Updates.read(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Incoming.Unreadable.class, unreadable -> assertThat(unreadable.ofMoney()).isTrue());
    assertUnreadable(json, field);
  }

  @Test
  void what_is_missing_is_named() {
    assertUnreadable(
        checkout("50").replace("\"total_amount\"", "\"x\""), "total_amount is missing");
    assertUnreadable(checkout("50").replace("\"from\"", "\"x\""), "from.id is missing");
    assertUnreadable(payment("50").replace(CHARGE, ""), "telegram_payment_charge_id");
    assertUnreadable(payment("50").replace(CHARGE, "x".repeat(1025)), "telegram_payment_charge_id");
    assertUnreadable(checkout("50").replace("\"id\":\"3336500512345678901\"", "\"id\":5"), ".id");
    assertUnreadable(checkout("50").replace(":777000111", ":-5"), "pre_checkout_query.from.id");
  }

  @Test
  void an_update_without_a_number_is_unreadable() {
    assertThat(Updates.read("{\"message\":{}}".getBytes(UTF_8)))
        .isEqualTo(new Incoming.Unreadable(OptionalLong.empty(), "update_id is missing", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "7", "\"x\"", "{", "}{", "<html>", "{\"a\":1}}"})
  void what_is_no_update_is_unreadable(String json) {
    assertThat(Updates.read(json.getBytes(UTF_8))).isInstanceOf(Incoming.Unreadable.class);
  }

  @Test
  void the_bottom_of_ten_thousand_levels_is_not_looked_for() {
    var deep = "{\"update_id\":7,\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertUnreadable(deep, "deeper or longer");
  }

  @Test
  void ten_megabytes_are_not_read() throws IOException {
    var huge = ("{\"update_id\":7,\"x\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8);
    assertThat(Updates.read(huge)).isInstanceOf(Incoming.Unreadable.class);
    var stream = new ByteArrayInputStream(huge);
    assertThat(Updates.read(stream)).isInstanceOf(Incoming.Unreadable.class);
    assertThat(stream.available()).isGreaterThan(8_000_000);
  }

  @Property(tries = 300)
  void a_payment_cut_off_anywhere_is_unreadable(@ForAll @IntRange(max = 400) int length) {
    var whole = payment("50").strip().getBytes(UTF_8);
    var cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
    assertThat(Updates.read(cut)).isInstanceOf(Incoming.Unreadable.class);
  }

  @Property
  void no_bytes_make_it_throw(@ForAll byte[] bytes) {
    assertThat(Updates.read(bytes)).isNotNull();
  }

  @Property
  void one_wrong_byte_is_a_value_too(@ForAll @IntRange(max = 300) int at, @ForAll byte wrong) {
    var bytes = payment("50").getBytes(UTF_8);
    bytes[at] = wrong;
    assertThat(Updates.read(bytes)).isNotNull();
  }

  @Test
  void a_batch_goes_on_after_what_is_merely_unreadable() {
    var batch = Updates.readAll(answer(checkout("1.5"), message("hello")));
    assertThat(batch.broken()).isEmpty();
    assertThat(batch.updates())
        .hasSize(2)
        .hasExactlyElementsOfTypes(Incoming.Unreadable.class, Incoming.Understood.class);
  }

  @Test
  void a_batch_ends_where_its_json_breaks() {
    var deep = "{\"update_id\":8,\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    var batch = Updates.readAll(answer(message("hello"), deep, message("lost")));
    assertThat(batch.updates()).hasSize(1);
    assertThat(batch.broken()).hasValueSatisfying(broken -> assertThat(broken.id()).hasValue(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"ok\":true}", "{\"ok\":true,\"result\":{}}", "<html>"})
  void an_answer_without_a_list_is_broken(String json) {
    assertThat(Updates.readAll(json.getBytes(UTF_8)).broken()).isPresent();
  }

  private static byte[] answer(String... updates) {
    return ("{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}").getBytes(UTF_8);
  }

  private static void assertUnreadable(String json, String reason) {
    assertThat(Updates.read(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Incoming.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.id()).hasValue(7);
              assertThat(unreadable.reason()).contains(reason);
            });
  }

  private static Update update(String json) {
    return understood(json).update();
  }

  private static Incoming.Understood understood(String json) {
    var incoming = Updates.read(json.getBytes(UTF_8));
    assertThat(incoming).isInstanceOf(Incoming.Understood.class);
    return (Incoming.Understood) incoming;
  }

  private static String checkout(String amount) {
    return """
    {"update_id":7,"pre_checkout_query":{"id":"3336500512345678901",%s,"currency":"XTR",
     "total_amount":%s,"invoice_payload":"ord_1"}}
    """
        .formatted(FROM, amount);
  }

  private static String payment(String amount) {
    return """
    {"update_id":7,"message":{"message_id":42,%s,%s,"date":1795000005,"successful_payment":%s}}
    """
        .formatted(FROM, CHAT, money(amount));
  }

  private static String refund(String amount) {
    return """
    {"update_id":7,"message":{"message_id":70,%s,%s,"date":1795000500,"refunded_payment":%s}}
    """
        .formatted(BOT, CHAT, money(amount));
  }

  private static String money(String amount) {
    return """
    {"currency":"XTR","total_amount":%s,"invoice_payload":"ord_1",
     "telegram_payment_charge_id":"%s","provider_payment_charge_id":"777000111_8"}
    """
        .formatted(amount, CHARGE);
  }

  private static String message(String text) {
    return """
    {"update_id":7,"message":{"message_id":42,%s,%s,"date":1795000005,"text":"%s"}}
    """
        .formatted(FROM, CHAT, text);
  }
}
