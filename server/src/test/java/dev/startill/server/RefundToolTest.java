package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code refund}, with a server beside it and without one. */
class RefundToolTest {
  @TempDir Path folder;

  private Street street;

  @BeforeEach
  void open() {
    street = new Street(folder);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void without_a_server_it_sends_the_refund_itself_and_says_that_it_is_confirmed() {
    var charge = street.sold();
    var said = street.types("refund", charge, "--reason", "asked for by mail");
    assertThat(said.out()).startsWith("Confirmed: ⭐ 50 are back with buyer");
    assertThat(said.status()).isZero();
    assertThat(street.telegram().bot().stars()).isZero();
    var again = street.types("refund", charge, "--json");
    assertThat(again.json().path("outcome").asString()).isEqualTo("returned");
    assertThat(again.status()).isZero();
    assertThat(street.telegram().calls("refundStarPayment")).hasSize(1);
  }

  @Test
  void beside_a_server_the_server_sends_it() {
    try (var server = street.serves()) {
      var ann = street.telegram().buyer("Ann").withStars(100);
      var charge = street.buys(ann);
      var said = street.types("refund", charge, "--json");
      assertThat(said.json().path("outcome").asString()).isEqualTo("returned");
      assertThat(said.json().path("order").asString()).startsWith("ord_");
      assertThat(said.err()).isEmpty();
      assertThat(ann.stars()).isEqualTo(100);
      assertThat(server.url()).isNotNull();
    }
    assertThat(street.telegram().calls("refundStarPayment")).hasSize(1);
  }

  @Test
  void what_telegram_refuses_is_refused_in_telegrams_words() {
    var charge = street.sold();
    street
        .telegram()
        .fail("refundStarPayment")
        .withError(400, "Bad Request: CHARGE_NOT_FOUND")
        .always();
    var said = street.types("refund", charge);
    assertThat(said.out())
        .startsWith("Refused. Telegram answered 400")
        .contains("CHARGE_NOT_FOUND");
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void a_lost_answer_is_unknown_and_counts_as_accepted() {
    var charge = street.sold();
    street.telegram().fail("refundStarPayment").afterEffect().dropping().once();
    var said = street.types("refund", charge, "--json");
    assertThat(said.json().path("outcome").asString()).isEqualTo("unknown");
    assertThat(said.status()).isZero();
    assertThat(street.types("reconcile").status()).isZero();
    assertThat(street.types("refund", charge, "--json").json().path("outcome").asString())
        .isEqualTo("returned");
    assertThat(street.telegram().calls("refundStarPayment")).hasSize(1);
  }

  @Test
  void what_was_paid_too_long_ago_is_refused_before_telegram_is_asked() {
    street.close();
    street = new Street(folder, "refunds: { window: 1m }\n", Duration.ofMinutes(2));
    var charge = street.sold();
    var said = street.types("refund", charge, "--json");
    assertThat(said.json().path("outcome").asString()).isEqualTo("too-late");
    assertThat(said.json().path("words").asString()).contains("refunds.window");
    assertThat(said.status()).isEqualTo(1);
    assertThat(street.telegram().calls("refundStarPayment")).isEmpty();
  }

  @Test
  void a_charge_that_nobody_knows_is_refused() {
    street.sold();
    var said = street.types("refund", "no-such-charge");
    assertThat(said.out()).contains("no charge of ours has this id");
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void how_it_is_called_wrongly_is_told() {
    assertThat(street.types("refund").err()).contains("CHARGE is missing");
    assertThat(street.types("refund", "a", "b").status()).isEqualTo(2);
    assertThat(street.types("refund", "a", "--reason=").status()).isEqualTo(2);
    assertThat(street.types("refund", "a").err()).contains("There is no database");
  }
}
