package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.CaseReason;
import dev.startill.sandbox.testing.Buyer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cases} and {@code outbox}, beside a server and without one. */
class CasesToolTest {
  @TempDir Path folder;

  private Street street;
  private Buyer ann;

  @BeforeEach
  void open() {
    street = new Street(folder);
    ann = street.telegram().buyer("Ann").withStars(100);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void where_nothing_waits_that_is_said() {
    street.sold();
    assertThat(street.types("cases").out()).startsWith("Nothing waits for you.");
    assertThat(street.types("cases", "--json").json().path("cases").size()).isZero();
    assertThat(street.types("outbox").out()).contains("None was given up.");
  }

  @Test
  void a_refused_refund_is_listed_shown_and_tried_again() {
    var charge = street.sold();
    street.telegram().fail("refundStarPayment").withError(400, "Bad Request: NOT_NOW").once();
    assertThat(street.types("refund", charge).status()).isEqualTo(1);
    var listed = street.types("cases", "--json").json().path("cases").path(0);
    assertThat(listed.path("reason").asString()).isEqualTo("REFUND_REFUSED");
    assertThat(listed.path("charge").asString()).isEqualTo(charge);
    var id = listed.path("id").asString();
    assertThat(street.types("cases").out()).contains("1 case waits for you", id);
    assertThat(street.types("cases", "show", id).out())
        .contains("NOT_NOW", "--how refund", "--how close", "resolve " + id)
        .contains("./startill cases --config " + folder.resolve("startill.yaml") + " resolve");
    var done = street.types("cases", "resolve", id, "--how", "refund", "--note", "again");
    assertThat(done.out()).contains("The refund is asked for");
    assertThat(done.status()).isZero();
    assertThat(street.telegram().bot().stars()).isZero();
    assertThat(street.types("cases", "resolve", id, "--how=close").status()).isEqualTo(1);
    assertThat(street.types("cases", "show", id).out()).contains("closed by a person: refund");
  }

  @Test
  void what_is_decided_beside_a_server_the_server_does() {
    try (var server = street.serves()) {
      var charge = street.buys(ann);
      street.telegram().fail("refundStarPayment").withError(400, "Bad Request: NOT_NOW").once();
      assertThat(street.types("refund", charge).status()).isEqualTo(1);
      var id = street.types("cases", "--json").json().path("cases").path(0).path("id").asString();
      assertThat(street.types("cases", "resolve", id, "--how", "refund").status()).isZero();
      assertThat(ann.stars()).isEqualTo(100);
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void a_refund_that_nobody_here_asked_for_is_found_on_the_statement() {
    var charge = street.sold();
    assertThat(street.types("reconcile").out()).contains("and Telegram's balance agree");
    street.telegram().chargeBack(charge);
    var said = street.types("reconcile", "--json");
    assertThat(said.json().path("refunds").asInt()).isEqualTo(1);
    assertThat(said.json().path("agrees").asBoolean()).isTrue();
    assertThat(said.status()).isZero();
    assertThat(street.types("cases").out()).contains("A refund that nobody here asked for");
  }

  @Test
  void a_payment_that_no_update_told_of_is_recovered() {
    street.sold();
    street.telegram().lose("successful_payment").once();
    try (var server = street.serves()) {
      ann.sends("/buy");
      ann.pays();
      Waiting.until(() -> street.types("reconcile", "--json").json().path("read").asInt() == 2);
      ann.reads("guide.pdf");
      assertThat(server.url()).isNotNull();
    }
    assertThat(street.types("reconcile", "--json").json().path("agrees").asBoolean()).isTrue();
  }

  @Test
  void a_drop_of_the_balance_is_booked_as_the_chargeback_that_it_was() {
    var charge = street.sold();
    street.raises(CaseReason.BALANCE_DIFFERS);
    var id = street.types("cases", "--json").json().path("cases").path(0).path("id").asString();
    assertThat(street.types("cases", "resolve", id, "--how", "chargeback").status()).isEqualTo(1);
    var done = street.types("cases", "resolve", id, "--how", "chargeback", "--charge", charge);
    assertThat(done.out()).contains("The chargeback is booked");
    assertThat(street.types("refund", charge, "--json").json().path("outcome").asString())
        .isEqualTo("taken-back");
    assertThat(street.types("reconcile", "--json").json().path("difference_nanostars").asLong())
        .isEqualTo(50_000_000_000L);
    assertThat(street.types("cases").out()).contains("Telegram holds another sum");
  }

  @Test
  void goods_that_could_not_leave_leave_again() {
    street.telegram().fail("sendMessage").withError(400, "Bad Request: no such thing").always();
    try (var server = street.serves()) {
      ann.sends("/buy");
      ann.pays();
      Waiting.until(() -> street.types("outbox", "--json").json().path("dead").size() == 1);
      assertThat(server.url()).isNotNull();
    }
    var letter = street.types("outbox", "--json").json().path("dead").path(0);
    assertThat(letter.path("kind").asString()).isEqualTo("HandOver");
    assertThat(street.types("outbox").out()).contains("Hand over the goods", "no such thing");
    street.telegram().heal();
    assertThat(street.types("outbox", "replay", "--all").out())
        .contains("1 message leaves once more");
    ann.reads("guide.pdf");
    assertThat(street.types("outbox", "--json").json().path("dead").size()).isZero();
    assertThat(street.types("outbox", "replay", letter.path("id").asString()).status())
        .isEqualTo(1);
  }

  @Test
  void how_they_are_called_wrongly_is_told() {
    street.sold();
    assertThat(street.types("cases", "burn").status()).isEqualTo(2);
    assertThat(street.types("cases", "show").status()).isEqualTo(2);
    assertThat(street.types("cases", "show", "case_nothing").status()).isEqualTo(1);
    assertThat(street.types("cases", "resolve", "case_x").err()).contains("--how is missing");
    assertThat(street.types("cases", "resolve", "case_x", "--how=pray").status()).isEqualTo(2);
    assertThat(street.types("outbox", "replay").status()).isEqualTo(2);
    assertThat(street.types("outbox", "replay", "x").status()).isEqualTo(2);
    assertThat(street.types("cases", "--port=1").err()).contains("no option '--port");
  }
}
