package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.RefundAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Refunds through everything that can go wrong with one: the Stars go back once, or stay, and it
 * shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefundStoriesTest {
  private static final int CODES = 60;

  private Box box;
  private Gate gate;
  private Shop shop;
  private BackOffice office;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("codes.txt"),
        IntStream.range(0, CODES).mapToObj(i -> "CODE-" + i + "\n").collect(Collectors.joining()));
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    box = Box.open();
    gate = new Gate(box.url());
    shop = Shop.serving(folder, Yaml.hasty(gate.url()));
    office = BackOffice.beside(shop, box);
  }

  @AfterEach
  void mend() {
    gate.opens();
    box.nothingGoesWrong();
  }

  @AfterAll
  void close() {
    new Audit(shop.database(), box).passes();
    office.close();
    shop.close();
    gate.close();
    box.close();
  }

  /** What may become of a refund that Telegram makes, at once or when it is asked again. */
  enum Trouble {
    NONE(Map.of()),
    LOST_ON_THE_WAY(Map.of("action", "drop", "when", "before_effect")),
    ITS_ANSWER_LOST(Map.of("action", "drop", "when", "after_effect")),
    AN_ERROR_500_BEFORE(Map.of("action", "error", "error_code", 500, "when", "before_effect")),
    AN_ERROR_500_AFTER(Map.of("action", "error", "error_code", 500, "when", "after_effect")),
    AN_ERROR_502_AFTER(Map.of("action", "error", "error_code", 502, "when", "after_effect")),
    TOO_MANY_REQUESTS(
        Map.of("action", "error", "error_code", 429, "retry_after", 1, "when", "before_effect")),
    /** As in January 2025, when it was the answer to refunds that had just succeeded. */
    CALLED_REFUNDED_ALREADY(
        Map.of(
            "action", "error",
            "error_code", 400,
            "description", "Bad Request: CHARGE_ALREADY_REFUNDED",
            "when", "after_effect"));

    @SuppressWarnings("ImmutableEnumChecker") // of words and numbers, and never changed
    private final Map<String, Object> fault;

    Trouble(Map<String, Object> fault) {
      this.fault = fault;
    }

    void strike(Box box) {
      if (!fault.isEmpty()) {
        var whole = new HashMap<>(fault);
        whole.put("method", "refundStarPayment");
        whole.put("times", 1);
        box.fault(whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void whatever_becomes_of_the_answer_the_stars_go_back_once(Trouble trouble) {
    var sale = sell();
    trouble.strike(box);
    goesBack(sale);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void and_once_too_when_no_update_tells_of_it(Trouble trouble) {
    var sale = sell();
    trouble.strike(box);
    box.loses("delivery", "refunded_payment");
    goesBack(sale);
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.Mood.class,
      names = {"HTML", "HALF_A_JSON", "NOTHING"})
  void an_answer_that_is_none_is_looked_up(Gate.Mood mood) {
    var sale = sell();
    box.loses("delivery", "refunded_payment");
    gate.isNow(mood, "refundStarPayment");
    goesBack(sale);
  }

  @Test
  void an_update_that_comes_before_the_answer_is_enough() {
    var sale = sell();
    gate.isNow(Gate.Mood.LATE, "refundStarPayment");
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    await(sale, "RETURNED");
    gate.opens();
    goesBackOnce(sale);
  }

  @Test
  void asked_twice_it_is_made_once() {
    var sale = sell();
    gate.isNow(Gate.Mood.LATE, "refundStarPayment");
    box.loses("delivery", "refunded_payment");
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.UNDER_WAY);
    gate.opens();
    goesBackOnce(sale);
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.RETURNED);
  }

  @Test
  void telegrams_no_leaves_stars_and_goods_where_they_were_with_a_case() {
    var sale = sell();
    box.fault(
        Map.of(
            "method", "refundStarPayment",
            "action", "error",
            "error_code", 400,
            "description", "Bad Request: CHARGE_NOT_FOUND",
            "times", 1));
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    Until.holds("a case tells", () -> cases(sale).equals(List.of("REFUND_REFUSED")));
    await(sale, "KEPT");
    assertThat(sale.buyer().stars()).isEqualTo(970);
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    goesBackOnce(sale);
  }

  @Test
  void a_charge_that_nobody_knows_is_not_asked_for() {
    var before = box.calls("refundStarPayment").size();
    assertThat(office.refunds("stxNobodyKnowsThisOne")).isEqualTo(RefundAnswer.UNKNOWN_CHARGE);
    assertThat(box.calls("refundStarPayment")).hasSize(before);
  }

  @Test
  void goods_in_flight_arrive_first_are_revoked_and_then_the_stars_go_back() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/key");
    gate.isNow(Gate.Mood.LATE, "sendMessage");
    var sale = new Sale(ann, ann.pays(invoice).get("charge_id").asString());
    ann.awaits("CODE-");
    var before = box.calls("refundStarPayment").size();
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    assertThat(box.calls("refundStarPayment")).hasSize(before);
    gate.opens();
    goesBackOnce(sale);
    assertThat(ann.reads()).filteredOn(text -> text.contains("CODE-")).hasSize(1);
  }

  private record Sale(Buyer buyer, String charge) {}

  /** A code, paid and handed over. */
  private Sale sell() {
    var ann = box.buyer("Ann", 1000);
    var charge = ann.pays(ann.asks("/key")).get("charge_id").asString();
    ann.awaits("CODE-");
    return new Sale(ann, charge);
  }

  private void goesBack(Sale sale) {
    assertThat(office.refunds(sale.charge())).isEqualTo(RefundAnswer.REQUESTED);
    goesBackOnce(sale);
    assertThat(history(sale)).containsOnlyOnce("GoodsRevoked");
  }

  /** Stars, goods, code, ledger and cases agree about it, and so does Telegram. */
  private void goesBackOnce(Sale sale) {
    await(sale, "RETURNED");
    Until.holds("the goods are revoked", () -> goods(sale).equals(List.of("REVOKED|REVOKED")));
    assertThat(sale.buyer().stars()).isEqualTo(1000);
    assertThat(new TelegramsBooks(box).lines())
        .filteredOn(line -> line.id().equals(sale.charge()))
        .extracting(TelegramsBooks.Line::came)
        .containsExactly(true, false);
    assertThat(
            shop.database()
                .rows(
                    "SELECT from_account, to_account, nanostars FROM posting WHERE source = 'refund:%s'"
                        .formatted(sale.charge())))
        .containsExactly("REFUNDING|BUYER|30000000000");
    Until.holds("no case is open any more", () -> cases(sale).isEmpty());
  }

  private void await(Sale sale, String standing) {
    Until.holds(
        "the charge is " + standing,
        () ->
            shop.database()
                .rows("SELECT standing FROM charge WHERE id = '%s'".formatted(sale.charge()))
                .equals(List.of(standing)));
  }

  private List<String> goods(Sale sale) {
    return shop.database()
        .rows(
            """
            SELECT o.goods, k.state FROM orders o JOIN code k ON k.order_id = o.id
            WHERE o.charge = '%s'"""
                .formatted(sale.charge()));
  }

  private List<String> cases(Sale sale) {
    return shop.database()
        .rows(
            """
            SELECT reason FROM "case" WHERE closed_at IS NULL AND (charge = '%1$s'
              OR order_id = (SELECT id FROM orders WHERE charge = '%1$s'))"""
                .formatted(sale.charge()));
  }

  private List<String> history(Sale sale) {
    return shop.database()
        .rows(
            """
            SELECT what FROM event WHERE subject = (SELECT id FROM orders WHERE charge = '%s')
            ORDER BY seq"""
                .formatted(sale.charge()));
  }
}
