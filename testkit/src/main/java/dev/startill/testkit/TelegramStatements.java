package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.port.TelegramException;
import dev.startill.testkit.TelegramContract.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram's statement says, whatever stands on it, and the balance. */
abstract class TelegramStatements extends TelegramScene {
  private static final long STAR = 1_000_000_000;
  private static final String USER =
      "\"user\":{\"id\":777000111,\"is_bot\":false,\"first_name\":\"Ann\"}";
  private static final String SOLD =
      "{\"transaction_type\":\"invoice_payment\",\"type\":\"user\"," + USER + "%s}";

  private static String line(String more) {
    return "{\"id\":\"stx1\",\"date\":1795000005,\"amount\":50," + more + "}";
  }

  private static String came(String partner) {
    return line("\"source\":" + partner);
  }

  private StatementLine only(String line) {
    return lines(7, line).get(0);
  }

  private List<StatementLine> lines(long offset, String... lines) {
    api.on(
        "getStarTransactions",
        ScriptedBotApi.result("{\"transactions\":[" + String.join(",", lines) + "]}"));
    return telegram().statement(offset, 100);
  }

  @Test
  void the_part_that_is_asked_for() {
    assertThat(lines(300)).isEmpty();
    assertThat(api.only("getStarTransactions").parameters())
        .containsEntry("offset", "300")
        .containsEntry("limit", "100");
  }

  @Test
  void a_payment_came() {
    assertThat(only(came(SOLD.formatted(",\"invoice_payload\":\"st:ord_1\""))))
        .isEqualTo(
            new StatementLine(
                "stx1",
                Way.CAME,
                Instant.ofEpochSecond(1795000005),
                50 * STAR,
                Purpose.INVOICE,
                Optional.of(ANN),
                Optional.of("st:ord_1"),
                0,
                Withdrawal.NONE,
                ""));
  }

  @Test
  void its_refund_went() {
    var refund = only(line("\"receiver\":" + SOLD.formatted("")));
    assertThat(refund.way()).isEqualTo(Way.WENT);
    assertThat(refund.purpose()).isEqualTo(Purpose.INVOICE);
    assertThat(refund.id()).isEqualTo("stx1");
    assertThat(refund.payload()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "invoice_payment,INVOICE",
    "paid_media_payment,PAID_MEDIA",
    "gift_purchase,GIFT",
    "premium_purchase,PREMIUM",
    "business_account_transfer,BUSINESS_TRANSFER"
  })
  void a_user_pays_for(String type, Purpose purpose) {
    var line = only(came(SOLD.formatted("").replace("invoice_payment", type)));
    assertThat(line.purpose()).isEqualTo(purpose);
    assertThat(line.party()).contains(ANN);
  }

  @ParameterizedTest
  @CsvSource({
    "chat,CHAT",
    "affiliate_program,AFFILIATE_PROGRAM",
    "fragment,WITHDRAWAL",
    "telegram_ads,ADS",
    "telegram_api,PAID_BROADCAST",
    "other,OTHER"
  })
  void a_partner_is(String type, Purpose purpose) {
    var line = only(came("{\"type\":\"" + type + "\"}"));
    assertThat(line.purpose()).isEqualTo(purpose);
    assertThat(line.nanostars()).isEqualTo(50 * STAR);
    assertThat(line.party()).isEmpty();
    assertThat(line.note()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"moon\"}",
        "{\"type\":\"user\",\"transaction_type\":\"moon\",\"user\":{\"id\":777000111}}"
      })
  void what_has_no_name_here_keeps_the_one_that_telegram_gave(String partner) {
    var line = only(came(partner));
    assertThat(line.purpose()).isEqualTo(Purpose.OTHER);
    assertThat(line.nanostars()).isEqualTo(50 * STAR);
    assertThat(line.note()).contains("moon");
  }

  @Test
  void nanostars_count() {
    var line =
        only("{\"id\":\"a\",\"amount\":1,\"nanostar_amount\":5,\"source\":{\"type\":\"other\"}}");
    assertThat(line.nanostars()).isEqualTo(STAR + 5);
    assertThat(line.at()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void an_affiliate_gets_a_commission_and_gives_it_back() {
    var affiliate =
        ",\"affiliate\":{\"affiliate_user\":{\"id\":5},\"commission_per_mille\":100,%s}";
    var given =
        only(came(SOLD.formatted(affiliate.formatted("\"amount\":5,\"nanostar_amount\":25"))));
    assertThat(given.commission()).isEqualTo(5 * STAR + 25);
    assertThat(given.party()).contains(ANN);
    assertThat(given.note()).contains("100 per mille");
    var back = only(line("\"receiver\":" + SOLD.formatted(affiliate.formatted("\"amount\":-5"))));
    assertThat(back.commission()).isEqualTo(5 * STAR);
  }

  @ParameterizedTest
  @CsvSource({"pending,PENDING", "succeeded,SUCCEEDED", "failed,FAILED"})
  void a_withdrawal_is(String type, Withdrawal state) {
    var line =
        only(
            line(
                "\"receiver\":{\"type\":\"fragment\",\"withdrawal_state\":{\"type\":\"%s\",\"date\":1796900900,\"url\":\"https://ton.example/1\"}}"
                    .formatted(type)));
    assertThat(line.purpose()).isEqualTo(Purpose.WITHDRAWAL);
    assertThat(line.withdrawal()).isEqualTo(state);
    assertThat(line.note()).contains("https://ton.example/1");
  }

  @Test
  void what_else_is_told_is_kept_in_words() {
    assertThat(only(came(SOLD.formatted(",\"subscription_period\":2592000"))).note())
        .contains("30 days");
    assertThat(only(line("\"receiver\":{\"type\":\"telegram_api\",\"request_count\":12}")).note())
        .contains("12 requests");
    assertThat(only(came("{\"type\":\"chat\",\"chat\":{\"id\":-5,\"title\":\"News\"}}")).note())
        .contains("News");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "5",
        "[[{}],5]",
        "{}",
        "{\"id\":\"stx1\",\"date\":1795000005,\"source\":{\"type\":\"telegram_ads\"}}",
        "{\"id\":\"stx1\",\"amount\":50}",
        "{\"id\":\"stx1\",\"amount\":50,\"source\":{\"type\":\"user\"},\"receiver\":{\"type\":\"user\"}}",
        "{\"id\":\"stx1\",\"amount\":-50,\"source\":{\"type\":\"user\",\"invoice_payload\":\"a\"}}",
        "{\"id\":\"stx1\",\"amount\":99999999999999999999,\"source\":{\"type\":\"telegram_ads\"}}"
      })
  void a_line_that_cannot_be_read_moves_nothing_and_counts(String broken) {
    var lines = lines(7, came("{\"type\":\"other\"}"), broken, came("{\"type\":\"telegram_ads\"}"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).purpose()).isEqualTo(Purpose.OTHER);
    assertThat(lines.get(1).nanostars()).isZero();
    assertThat(lines.get(1).id()).isIn("stx1", "unreadable:8");
    assertThat(lines.get(1).note()).isNotEmpty();
    assertThat(lines.get(2).purpose()).isEqualTo(Purpose.ADS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "5", "{}", "[\"stx1\"]", "null"})
  void a_payment_without_an_id_is_no_charge(String id) {
    var line = only(came(SOLD.formatted(",\"invoice_payload\":\"a\"")).replace("\"stx1\"", id));
    assertThat(line.id()).isEqualTo("unreadable:7");
    assertThat(line.purpose()).isEqualTo(Purpose.OTHER);
    assertThat(line.nanostars()).isEqualTo(50 * STAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"user\":5",
        "\"user\":{\"id\":\"x\"}",
        "\"user\":{\"id\":-1}",
        "\"invoice_payload\":{\"a\":[1]}",
        "\"affiliate\":{\"amount\":1.5}",
        "\"gift\":[]",
        "\"withdrawal_state\":7",
        "\"subscription_period\":\"long\"",
        "\"paid_media\":[{\"type\":\"user\",\"amount\":7}]"
      })
  void a_field_that_cannot_be_read_spoils_no_other(String field) {
    var line =
        only(came("{" + field + ",\"transaction_type\":\"invoice_payment\",\"type\":\"user\"}"));
    assertThat(line.purpose()).isEqualTo(Purpose.INVOICE);
    assertThat(line.nanostars()).isEqualTo(50 * STAR);
    assertThat(line.commission()).isZero();
  }

  @Test
  void a_hundred_long_lines_fit() {
    var name = "\\uD83D\\uDE00".repeat(64);
    var user =
        "{\"id\":777000111,\"first_name\":\"%s\",\"last_name\":\"%s\"}".formatted(name, name);
    var size = "{\"file_id\":\"%s\",\"width\":1280,\"height\":960}".formatted("A".repeat(100));
    var photo =
        "{\"type\":\"photo\",\"photo\":[" + String.join(",", Collections.nCopies(9, size)) + "]}";
    var partner =
        SOLD.replace(USER, "\"user\":" + user)
            .formatted(
                ",\"invoice_payload\":\"%s\",\"paid_media\":[%s]"
                    .formatted(
                        "\\u0416".repeat(64), String.join(",", Collections.nCopies(10, photo))));
    var lines = lines(0, Collections.nCopies(100, came(partner)).toArray(String[]::new));
    assertThat(lines).hasSize(100);
    assertThat(lines.get(99).payload()).contains("\u0416".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[]", "{}", "{\"transactions\":{}}", "null", "\"x\""})
  void a_statement_without_a_list_is_an_exception(String result) {
    api.onAll(ScriptedBotApi.result(result));
    assertThatThrownBy(() -> telegram().statement(0, 100)).isInstanceOf(TelegramException.class);
  }

  @Test
  void no_statement_is_an_exception_that_says_why() {
    api.onAll(ScriptedBotApi.tooMany(5));
    assertThatThrownBy(() -> telegram().statement(0, 100))
        .isInstanceOfSatisfying(
            TelegramException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(5)));
    api.onAll(ScriptedBotApi.half("{\"ok\":true,\"result\":{\"transactions\":[{\"id\":\"a\"},"));
    assertThatThrownBy(() -> telegram().statement(0, 100)).isInstanceOf(TelegramException.class);
    var nowhere = api.uri();
    api.close();
    var telegram = telegram(new Wiring(nowhere, TOKEN, Duration.ofSeconds(5), 0, 0));
    assertThatThrownBy(() -> telegram.statement(0, 100)).isInstanceOf(TelegramException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1,100", "0,0", "0,101"})
  void a_part_that_telegram_would_silently_change_is_not_asked_for(long offset, int limit) {
    assertThatThrownBy(() -> telegram().statement(offset, limit))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(api.calls("getStarTransactions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amount\":250}|250000000000",
        "{\"amount\":0}|0",
        "{\"nanostar_amount\":7,\"amount\":2}|2000000007",
        "{\"amount\":-3,\"nanostar_amount\":-500000000}|-3500000000"
      })
  void the_balance_is_exact(String result, long nanostars) {
    api.on("getMyStarBalance", ScriptedBotApi.result(result));
    assertThat(telegram().balance()).isEqualTo(nanostars);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{\"amount\":\"5\"}",
        "{\"amount\":1.5}",
        "{\"amount\":5,\"nanostar_amount\":{}}",
        "{\"amount\":5,\"nanostar_amount\":1000000000}",
        "{\"amount\":9999999999999}"
      })
  void no_balance_is_better_than_a_wrong_one(String result) {
    api.on("getMyStarBalance", ScriptedBotApi.result(result));
    assertThatThrownBy(() -> telegram().balance()).isInstanceOf(TelegramException.class);
  }
}
