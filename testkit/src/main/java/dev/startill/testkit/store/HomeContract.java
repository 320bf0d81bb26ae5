package dev.startill.testkit.store;

import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.aLinkTo;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.anOrderId;
import static dev.startill.testkit.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, links and charges come back as they were written, and are found. */
interface HomeContract {
  /** The store under test. */
  Bench bench();

  /** One order of each state. */
  static Stream<Order> orders() {
    return Stream.of(anOrder().open(), anOrder().approved(), anOrder().expired(), anOrder().paid());
  }

  /** One of each way to deliver. */
  static Stream<Delivery> deliveries() {
    return Stream.of(
        new Delivery.Text("Thanks, {buyer}: https://shop.example/{order}"),
        new Delivery.File("/srv/guide.pdf"),
        new Delivery.File("https://shop.example/guide.pdf"),
        new Delivery.Code(),
        new Delivery.Handler("licences"));
  }

  /** One of each standing. */
  static Stream<Standing> standings() {
    return Stream.of(
        new Standing.Kept(),
        new Standing.Returning(ids().refund()),
        new Standing.Unknown(ids().refund()),
        new Standing.Returned(),
        new Standing.TakenBack());
  }

  @ParameterizedTest
  @MethodSource("orders")
  default void an_order_comes_back_as_it_was_born(Order order) {
    bench().have(order);

    assertThat(bench().find(order.id())).contains(order);
  }

  @Test
  default void an_order_comes_back_as_it_became() {
    var fixture = anOrder();
    for (var order :
        List.of(
            fixture.open(),
            fixture.approved(),
            fixture.open(),
            fixture.expired(),
            fixture.paid())) {
      bench().have(order);
      assertThat(bench().find(order.id())).contains(order);
    }
  }

  @ParameterizedTest
  @MethodSource("deliveries")
  default void terms_keep_how_the_goods_are_delivered(Delivery delivery) {
    var order = anOrder().delivering(delivery).open();

    bench().have(order);

    assertThat(bench().find(order.id())).contains(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧‍👦 family plan 🎉",
        "'; DROP TABLE orders; --",
        "<script>alert('&amp;')</script>",
        "\t\r\n tabs and lines \u2028",
        "\u202Eright to left مرحبا",
        "?1 :name $x @y \\ % _ \"quoted\""
      })
  default void any_text_comes_back_letter_by_letter(String text) {
    var order = anOrder().of(text).saying(text + text).delivering(new Delivery.Text(text)).open();

    bench().have(named("X", order));

    assertThat(bench().find(order.id())).contains(named("X", order));
  }

  /** The same order under a product id that its title cannot give. */
  private static Order.Open named(String product, Order.Open order) {
    var t = order.terms();
    return new Order.Open(
        order.id(),
        new Terms(
            new ProductId(product),
            t.title(),
            t.description(),
            t.price(),
            t.delivery(),
            t.owner(),
            t.validUntil()),
        order.link());
  }

  @Test
  default void orders_of_anyone_and_without_end_come_back() {
    var order = anOrder().forAnyone().validUntil(Terms.WITHOUT_END).costing(100_000).open();

    bench().have(order);

    assertThat(bench().find(order.id())).contains(order);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 60, 2_592_000, 3_155_760_000L})
  default void orders_and_links_keep_how_long_their_goods_last(long seconds) {
    var ever = anOrder().of("Pass").forBuyer(7).open();
    var pass = anOrder().of("Pass").lasting(Duration.ofSeconds(seconds)).open();
    var link = aLinkTo(anOrder().of("Pass").lasting(Duration.ofSeconds(seconds)));

    bench().have(ever);
    bench().have(pass);
    bench().have(link);

    assertThat(bench().find(ever.id())).contains(ever);
    assertThat(bench().find(pass.id())).contains(pass);
    assertThat(bench().<Optional<Link>>in(work -> work.lock(link.id()))).contains(link);
  }

  @ParameterizedTest
  @EnumSource(Goods.class)
  default void a_paid_order_keeps_what_became_of_its_goods(Goods goods) {
    var order = anOrder().paid();
    bench().have(order);

    bench().have(order.goods(goods));

    assertThat(bench().find(order.id())).contains(order.goods(goods));
  }

  @ParameterizedTest
  @MethodSource("standings")
  default void a_charge_keeps_where_its_stars_stand(Standing standing) {
    var order = anOrder().paid();
    var stray = aCharge().strayFrom(order.id(), StrayCharge.Why.SECOND);
    bench().have(order, stray);

    bench().have(order.standing(standing), stray.standing(standing));

    assertThat(bench().find(order.id())).contains(order.standing(standing));
    assertThat(home(stray.charge().id())).isEqualTo(stray.standing(standing));
  }

  @ParameterizedTest
  @EnumSource(StrayCharge.Why.class)
  default void a_stray_charge_comes_back_with_its_reason(StrayCharge.Why why) {
    var stray = aCharge().strayFrom(anOrderId(), why);

    bench().have(stray);

    assertThat(home(stray.charge().id())).isEqualTo(stray);
  }

  @Test
  default void a_stray_charge_may_carry_a_link() {
    var stray =
        new StrayCharge(
            aCharge().kept(), StrayCharge.Why.OWNERLESS, new Payload.OfLink(ids().link()));

    bench().have(stray);

    assertThat(home(stray.charge().id())).isEqualTo(stray);
  }

  @Test
  default void a_link_comes_back_and_can_be_closed() {
    var link = aLinkTo(anOrder());
    bench().have(link);
    assertThat(bench().<Object>in(work -> work.lock(link.id()).orElseThrow())).isEqualTo(link);

    var closed = new Link(link.id(), link.terms(), true);
    bench().have(closed);

    assertThat(bench().<Object>in(work -> work.lock(link.id()).orElseThrow())).isEqualTo(closed);
  }

  private Home home(ChargeId charge) {
    return bench().in(work -> work.lock(charge).orElseThrow());
  }
}
