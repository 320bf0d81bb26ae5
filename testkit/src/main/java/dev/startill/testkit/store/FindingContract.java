package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.ANNA;
import static dev.startill.testkit.Fixtures.BORIS;
import static dev.startill.testkit.Fixtures.NOON;
import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.aLinkTo;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.anOrderId;
import static dev.startill.testkit.Fixtures.ids;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.StrayCharge;
import dev.startill.port.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Homes are found by what leads to them, and each is there once. */
interface FindingContract {
  /** The store under test. */
  Bench bench();

  @Test
  default void what_was_never_written_is_not_found() {
    assertThat(bench().find(anOrderId())).isEmpty();
    assertThat(bench().<Boolean>in(work -> work.lock(ids().link()).isPresent())).isFalse();
    assertThat(bench().<Boolean>in(work -> work.lock(new ChargeId("x")).isPresent())).isFalse();
    assertThat(bench().<Boolean>in(work -> work.knows(new ChargeId("x")))).isFalse();
  }

  @Test
  default void a_charge_is_known_and_leads_to_its_home() {
    var order = anOrder().paid();
    var stray = aCharge().strayFrom(order.id(), StrayCharge.Why.SECOND);
    bench().have(order, stray);

    assertThat(bench().<Boolean>in(work -> work.knows(order.charge().id()))).isTrue();
    assertThat(bench().<Boolean>in(work -> work.knows(stray.charge().id()))).isTrue();
    assertThat(home(order.charge().id())).isEqualTo(order);
    assertThat(home(stray.charge().id())).isEqualTo(stray);
  }

  @Test
  default void the_longest_charge_id_is_kept_whole() {
    var id = new ChargeId("c".repeat(ChargeId.MAX_LENGTH - 1) + "/");
    var stray = aCharge().withId(id).strayFrom(anOrderId(), StrayCharge.Why.OWNERLESS);

    bench().have(stray);

    assertThat(home(id)).isEqualTo(stray);
  }

  @Test
  default void a_charge_is_booked_once() {
    var first = anOrder().paid();
    bench().have(first);
    var second =
        new Order.Paid(anOrderId(), first.terms(), first.link(), first.charge(), Goods.OWED);

    assertThatThrownBy(() -> bench().have(second)).isInstanceOf(StoreException.class);

    assertThat(bench().find(second.id())).isEmpty();
    assertThat(home(first.charge().id())).isEqualTo(first);
  }

  @Test
  default void a_charge_of_an_order_is_not_booked_again_as_stray() {
    var order = anOrder().paid();
    bench().have(order);
    var stray =
        new StrayCharge(order.charge(), StrayCharge.Why.OWNERLESS, new Payload.OfOrder(order.id()));

    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work ->
                            work.commit(bench().requested(), to(stray).done(), Optional.empty())))
        .isInstanceOf(StoreException.class);

    assertThat(home(order.charge().id())).isEqualTo(order);
  }

  @Test
  default void an_order_that_was_not_locked_is_not_overwritten() {
    var fixture = anOrder();
    var order = fixture.paid();
    bench().have(order);

    assertThatThrownBy(
            () ->
                bench()
                    .run(
                        work ->
                            work.commit(
                                bench().requested(), to(fixture.open()).done(), Optional.empty())))
        .isInstanceOf(StoreException.class);

    assertThat(bench().find(order.id())).contains(order);
  }

  @Test
  default void the_unpaid_order_of_a_buyer_and_product_is_found() {
    var open = anOrder().open();
    bench()
        .have(open, anOrder().of("Tea").open(), anOrder().forBuyer(BORIS).open(), anOrder().paid());

    assertThat(unpaid()).containsExactly(open);
  }

  @Test
  default void an_unpaid_order_may_be_approved_but_not_expired_paid_or_on_a_link() {
    var link = aLinkTo(anOrder());
    var approved = anOrder().approved();
    bench().have(link);
    bench().have(anOrder().expired(), anOrder().paid(), anOrder().on(link).open());
    assertThat(unpaid()).isEmpty();

    bench().have(approved);

    assertThat(unpaid()).containsExactly(approved);
  }

  @Test
  default void an_open_order_is_found_before_an_approved_one() {
    var open = anOrder().costing(60).open();
    bench().have(anOrder().approved());
    bench().have(open);
    bench().have(anOrder().approved());

    assertThat(unpaid()).containsExactly(open);
  }

  @Test
  default void a_buyer_has_one_open_order_of_a_product() {
    var old = anOrder();
    var young = anOrder().costing(60).open();
    bench().have(old.open());

    assertThatThrownBy(() -> bench().have(young)).isInstanceOf(StoreException.class);
    bench().have(young, old.expired());

    assertThat(unpaid()).containsExactly(young);
  }

  @Test
  default void the_oldest_approved_order_of_a_payer_on_a_link_is_found() {
    var link = aLinkTo(anOrder());
    bench().have(link);
    var first = anOrder().on(link);
    bench().have(first.approved(), anOrder().on(link).forBuyer(BORIS).approved());
    bench().advance(Duration.ofSeconds(1));
    var second = anOrder().on(link).approved();
    bench().have(second);
    assertThat(approved(link)).containsExactly(first.approved());

    bench().have(first.paid());

    assertThat(approved(link)).containsExactly(second);
    assertThat(approved(aLinkTo(anOrder()))).isEmpty();
  }

  @Test
  default void what_ended_is_listed_oldest_first() {
    var lapsed = anOrder().of("A").heldUntil(NOON.plusSeconds(60)).approved();
    var invalid = anOrder().of("B").validUntil(NOON.plusSeconds(30)).open();
    var alive = anOrder().of("C").validUntil(NOON.plusSeconds(61)).open();
    bench().have(lapsed, invalid, alive, anOrder().expired(), anOrder().paid());

    assertThat(
            bench()
                .<List<Order>>in(work -> work.ended(NOON.plusSeconds(60), NOON.plusSeconds(60), 9)))
        .containsExactly(invalid, lapsed);
    assertThat(
            bench()
                .<List<Order>>in(work -> work.ended(NOON.plusSeconds(60), NOON.plusSeconds(60), 1)))
        .containsExactly(invalid);
    assertThat(bench().<List<Order>>in(work -> work.ended(NOON, NOON, 9))).isEmpty();
  }

  @Test
  default void holds_and_validities_end_each_by_their_own_time() {
    var hold = anOrder().of("A").heldUntil(NOON.plusSeconds(60)).approved();
    var validity = anOrder().of("B").validUntil(NOON.plusSeconds(60)).open();
    bench().have(hold, validity);

    assertThat(bench().<List<Order>>in(work -> work.ended(NOON, NOON.plusSeconds(60), 9)))
        .containsExactly(validity);
    assertThat(bench().<List<Order>>in(work -> work.ended(NOON.plusSeconds(60), NOON, 9)))
        .containsExactly(hold);
  }

  private Home home(ChargeId charge) {
    return bench().in(work -> work.lock(charge).orElseThrow());
  }

  private List<Order> unpaid() {
    var product = anOrder().terms().product();
    return bench().in(work -> work.lockUnpaid(product, ANNA).stream().toList());
  }

  private List<Order> approved(Link link) {
    return bench().in(work -> work.lockApproved(link.id(), ANNA).stream().toList());
  }
}
