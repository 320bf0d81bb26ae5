package dev.startill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Entitlement;
import dev.startill.Startill;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.payment.ChargeId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a right to what, and until when. */
abstract class PassStories extends Story {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final ProductId PRO = new ProductId("pro");

  @BeforeEach
  void openTheClub() {
    startill = sellingPro(MONTH);
  }

  private Startill sellingPro(Duration time) {
    return selling(product(PRO, new Delivery.Text("Welcome.")).lasting(time));
  }

  private void buy(String charge) {
    var order = startill.sell(PRO).to(ANN).link().order();
    startill.handle(payment(charge, "st:" + order, ANN, 50, "XTR"));
  }

  @Test
  void holds_for_as_long_as_it_lasts() {
    assertThat(startill.entitlements().has(777, "pro")).isFalse();
    buy("stx1");
    var until = clock.instant().plus(MONTH);
    assertThat(startill.entitlements().of(777))
        .containsExactly(new Entitlement(ANN, PRO, clock.instant(), Optional.of(until)));
    clock.advance(MONTH.minusSeconds(1));
    assertThat(startill.entitlements().has(ANN, PRO)).isTrue();
    assertThat(startill.entitlements().has(BOB, PRO)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(startill.entitlements().has(ANN, PRO)).isFalse();
  }

  @Test
  void bought_again_before_its_end_lasts_longer_by_all_of_it() {
    buy("stx1");
    var since = clock.instant();
    clock.advance(Duration.ofDays(20));
    buy("stx2");
    assertThat(startill.entitlements().of(ANN))
        .containsExactly(
            new Entitlement(ANN, PRO, since, Optional.of(since.plus(MONTH).plus(MONTH))));
    clock.advance(Duration.ofDays(40));
    assertThat(startill.entitlements().of(ANN)).isEmpty();
    buy("stx3");
    assertThat(startill.entitlements().of(ANN, PRO))
        .contains(
            new Entitlement(ANN, PRO, clock.instant(), Optional.of(clock.instant().plus(MONTH))));
  }

  @Test
  void sold_as_a_month_stays_a_month_whatever_is_sold_now() {
    buy("stx1");
    startill = sellingPro(Duration.ofDays(365));
    clock.advance(MONTH);
    assertThat(startill.entitlements().has(ANN, PRO)).isFalse();
    buy("stx2");
    clock.advance(Duration.ofDays(364));
    assertThat(startill.entitlements().has(ANN, PRO)).isTrue();
  }

  @Test
  void whose_stars_go_back_is_over() {
    buy("stx1");
    startill.refund(new ChargeId("stx1"), "asked for");
    assertThat(startill.entitlements().has(ANN, PRO)).isFalse();
  }

  @Test
  void that_is_not_counted_in_days_is_for_ever() {
    startill = selling(product(GUIDE, new Delivery.Text("Read.")));
    var payload = invoice(GUIDE, ANN);
    charge(payload, ANN);
    clock.advance(Duration.ofDays(10_000));
    assertThat(startill.entitlements().of(ANN, GUIDE))
        .hasValueSatisfying(right -> assertThat(right.until()).isEmpty());
  }
}
