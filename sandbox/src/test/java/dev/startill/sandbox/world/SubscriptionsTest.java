package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.Subscription.State;
import dev.startill.sandbox.world.Update.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every way from one state of a subscription to the next, and the order of time. */
class SubscriptionsTest {
  private static final Duration MONTH = Duration.ofSeconds(Shop.PERIOD);
  private static final long BEGUN = Shop.START.getEpochSecond();

  @Test
  void a_paid_link_begins_it_and_its_first_charge_says_so() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    var charge = shop.sell(ann, Shop.CLUB);
    assertThat(charge.period()).isEqualTo(new Period(true, true, BEGUN + Shop.PERIOD));
    var subscription = shop.only(ann);
    assertThat(subscription.state()).isEqualTo(State.ACTIVE);
    assertThat(subscription.charges()).containsExactly(charge.id());
    assertThat(shop.standings()).isEmpty();
  }

  @Test
  void a_knob_takes_is_recurring_from_the_first_charge() {
    var shop = new Shop(Knob.FIRST_IS_RECURRING, false);
    var charge = shop.sell(shop.buyer(1_000), Shop.CLUB);
    assertThat(charge.period()).isEqualTo(new Period(true, false, BEGUN + Shop.PERIOD));
  }

  @Test
  void ninety_days_at_once_are_three_renewals_each_at_its_own_date() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    var first = shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH.multipliedBy(3));
    var charges = shop.charges();
    assertThat(charges).hasSize(4);
    assertThat(charges).extracting(Charge::id).doesNotHaveDuplicates().startsWith(first.id());
    for (int i = 1; i < 4; i++) {
      var renewal = charges.get(i);
      assertThat(renewal.date()).isEqualTo(BEGUN + (long) i * Shop.PERIOD);
      assertThat(renewal.period())
          .isEqualTo(new Period(false, true, BEGUN + (i + 1L) * Shop.PERIOD));
      assertThat(renewal.invoice().payload()).isEqualTo("sub_1");
    }
    assertThat(shop.stars(ann)).isEqualTo(800);
    assertThat(shop.only(ann).charges()).hasSize(4);
    assertThat(shop.world.books().lines(shop.bot, 0, 100))
        .extracting(StarTransaction::date)
        .containsExactlyElementsOf(charges.stream().map(Charge::date).toList());
  }

  @Test
  void too_few_stars_at_the_end_of_a_period_fail_it_and_say_so_once() {
    var shop = new Shop();
    long ann = shop.buyer(99);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    assertThat(shop.only(ann).state()).isEqualTo(State.FAILED);
    assertThat(shop.standings()).containsExactly(Standing.FAILED);
    shop.passes(Duration.ofHours(23));
    assertThat(shop.standings()).containsExactly(Standing.FAILED);
    shop.passes(Duration.ofHours(1));
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.stars(ann)).isEqualTo(49);
    assertThat(shop.world.nextDeadline()).isEmpty();
  }

  @Test
  void stars_that_come_within_the_window_pay_for_a_period_from_then_on() {
    var shop = new Shop();
    long ann = shop.buyer(50);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH.plusMinutes(90));
    shop.world.people().give(shop.world.people().user(ann).orElseThrow(), 50);
    shop.passes(Duration.ofHours(1));
    var renewal = shop.charges().getLast();
    long paid = BEGUN + Shop.PERIOD + Duration.ofHours(2).toSeconds();
    assertThat(renewal.date()).isEqualTo(paid);
    assertThat(renewal.period().until()).isEqualTo(paid + Shop.PERIOD);
    assertThat(shop.only(ann).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void without_a_window_a_failure_is_the_end() {
    var shop = new Shop(Knob.RENEWAL_RETRY_WINDOW, Duration.ZERO);
    long ann = shop.buyer(50);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.standings()).containsExactly(Standing.FAILED);
  }

  @Test
  void a_buyer_cancels_and_it_runs_out_without_another_word() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.passes(Duration.ofDays(10));
    shop.world.subscriptions().cancel(shop.only(ann));
    assertThat(shop.only(ann).state()).isEqualTo(State.CANCELED);
    shop.passes(Duration.ofDays(20).minusSeconds(1));
    assertThat(shop.only(ann).state()).isEqualTo(State.CANCELED);
    shop.passes(Duration.ofSeconds(1));
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.standings()).containsExactly(Standing.CANCELED);
    assertThat(shop.charges()).hasSize(1);
    refuses("the subscription is over", () -> shop.world.subscriptions().cancel(shop.only(ann)));
    refuses("the subscription is over", () -> shop.world.subscriptions().restore(shop.only(ann)));
  }

  @Test
  void a_buyer_restores_and_it_renews_as_if_nothing_had_been() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.world.subscriptions().cancel(shop.only(ann));
    refuses("canceled already", () -> shop.world.subscriptions().cancel(shop.only(ann)));
    shop.world.subscriptions().restore(shop.only(ann));
    refuses("is not canceled", () -> shop.world.subscriptions().restore(shop.only(ann)));
    shop.passes(MONTH);
    assertThat(shop.standings()).containsExactly(Standing.CANCELED, Standing.ACTIVE);
    assertThat(shop.charges()).hasSize(2);
  }

  @Test
  void a_bot_cancels_and_the_buyer_cannot_restore_until_it_says_so() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    var first = shop.sell(ann, Shop.CLUB).id();
    shop.world.subscriptions().edit(shop.bot, ann, first, true);
    refuses("the bot canceled", () -> shop.world.subscriptions().restore(shop.only(ann)));
    shop.world.subscriptions().edit(shop.bot, ann, first, false);
    assertThat(shop.only(ann).state()).isEqualTo(State.CANCELED);
    shop.world.subscriptions().restore(shop.only(ann));
    assertThat(shop.standings()).containsExactly(Standing.ACTIVE);
    shop.passes(MONTH);
    assertThat(shop.charges()).hasSize(2);
  }

  @Test
  void what_a_bot_canceled_runs_out() {
    var shop = new Shop(Knob.BOT_CANCEL_IS_TOLD, true);
    long ann = shop.buyer(1_000);
    var first = shop.sell(ann, Shop.CLUB).id();
    shop.world.subscriptions().edit(shop.bot, ann, first, true);
    shop.passes(MONTH);
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.standings()).containsExactly(Standing.CANCELED);
    shop.world.subscriptions().edit(shop.bot, ann, first, false);
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void a_bot_names_a_subscription_by_its_user_and_its_first_charge() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    long bob = shop.buyer(1_000);
    var once = shop.sell(ann, Shop.GUIDE).id();
    var first = shop.sell(ann, Shop.CLUB).id();
    shop.passes(MONTH);
    var second = shop.only(ann).charges().getLast();
    for (var wrong : List.of("", "stxNone", once, second)) {
      refuses(
          "CHARGE_ID_INVALID", () -> shop.world.subscriptions().edit(shop.bot, ann, wrong, true));
    }
    refuses("CHARGE_ID_INVALID", () -> shop.world.subscriptions().edit(shop.bot, bob, first, true));
    refuses("CHARGE_ID_INVALID", () -> shop.world.subscriptions().edit(77, ann, first, true));
    refuses("USER_ID_INVALID", () -> shop.world.subscriptions().edit(shop.bot, 5, first, true));
    refuses("USER_ID_INVALID", () -> shop.world.subscriptions().edit(shop.bot, 42, first, true));
  }

  @Test
  void a_link_that_is_paid_twice_makes_two_that_live_apart() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    var one = shop.sell(ann, Shop.CLUB).id();
    shop.passes(Duration.ofDays(1));
    var two = shop.sell(ann, Shop.CLUB).id();
    shop.world.subscriptions().edit(shop.bot, ann, one, true);
    shop.passes(MONTH);
    assertThat(shop.world.subscriptions().of(ann))
        .extracting(Subscription::firstCharge, Subscription::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(one, State.EXPIRED),
            org.assertj.core.groups.Tuple.tuple(two, State.ACTIVE));
    assertThat(shop.charges()).hasSize(3);
  }

  @Test
  void two_that_end_at_one_moment_renew_in_the_order_of_their_beginning() {
    var shop = new Shop();
    long ann = shop.buyer(150);
    shop.sell(ann, Shop.CLUB);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    assertThat(shop.world.subscriptions().of(ann))
        .extracting(Subscription::state)
        .containsExactly(State.ACTIVE, State.FAILED);
  }

  @Test
  void updates_about_subscriptions_can_be_switched_off() {
    var shop = new Shop(Knob.SUBSCRIPTION_UPDATES, false);
    long ann = shop.buyer(50);
    shop.sell(ann, Shop.CLUB);
    shop.world.subscriptions().cancel(shop.only(ann));
    shop.world.subscriptions().restore(shop.only(ann));
    shop.passes(MONTH);
    assertThat(shop.only(ann).state()).isEqualTo(State.FAILED);
    assertThat(shop.standings()).isEmpty();
  }

  @Test
  void a_refund_leaves_it_as_it_is_unless_a_knob_says_otherwise() {
    for (boolean ends : new boolean[] {false, true}) {
      var shop = new Shop(Knob.REFUND_ENDS_SUBSCRIPTION, ends);
      long ann = shop.buyer(1_000);
      var first = shop.sell(ann, Shop.CLUB).id();
      assertThat(shop.world.till().refund(shop.bot, ann, first)).isTrue();
      assertThat(shop.only(ann).state()).isEqualTo(ends ? State.EXPIRED : State.ACTIVE);
      shop.passes(MONTH);
      assertThat(shop.charges()).hasSize(ends ? 1 : 2);
    }
  }

  @Test
  void deadlines_of_all_parts_pass_in_order_each_at_its_own_moment() {
    var shop = new Shop(Knob.WITHDRAWAL_MINIMUM, 1L);
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH.minusMinutes(15).minusSeconds(5));
    shop.world.withdrawals().begin(shop.bot, 20);
    shop.passes(Duration.ofMinutes(15));
    assertThat(shop.world.payments().pay(ann, shop.bot, Shop.GUIDE)).isEqualTo(2);
    shop.world.withdrawals().begin(shop.bot, 20);
    assertThat(shop.world.nextDeadline()).contains(Shop.START.plus(MONTH));
    shop.happenings.clear();
    shop.world.advanceTo(Shop.START.plus(MONTH.multipliedBy(2)));
    var order =
        shop.happenings.stream()
            .filter(
                happening ->
                    happening instanceof Happening.SubscriptionMoved
                        || happening instanceof Happening.PaymentMoved)
            .map(happening -> happening.getClass().getSimpleName())
            .toList();
    assertThat(order).containsExactly("SubscriptionMoved", "PaymentMoved", "SubscriptionMoved");
    assertThat(shop.world.withdrawals().all())
        .extracting(Withdrawal::state)
        .hasOnlyElementsOfType(WithdrawalState.Succeeded.class);
    assertThat(shop.world.now()).isEqualTo(Shop.START.plus(MONTH.multipliedBy(2)));
  }

  @Test
  void the_same_days_end_alike_in_one_step_or_in_many() {
    assertThat(days(1)).isEqualTo(days(90)).isEqualTo(days(7));
  }

  private static Map<Long, List<StarTransaction>> days(int steps) {
    var shop = new Shop();
    long ann = shop.buyer(180);
    long bob = shop.buyer(500);
    shop.sell(ann, Shop.CLUB);
    shop.passes(Duration.ofHours(3));
    shop.sell(bob, Shop.CLUB);
    shop.sell(ann, Shop.CLUB);
    var begun = shop.world.now();
    var whole = Duration.ofDays(90);
    for (int i = 1; i <= steps; i++) {
      shop.world.advanceTo(begun.plus(whole.multipliedBy(i).dividedBy(steps)));
    }
    assertThat(shop.world.now()).isEqualTo(begun.plus(whole));
    return shop.world.books().all();
  }

  @Test
  void a_world_that_was_saved_goes_on_renewing() {
    var shop = new Shop();
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.world.subscriptions().cancel(shop.only(ann));
    shop.sell(ann, Shop.CLUB);
    var next = new Shop();
    next.world.load(shop.world.save());
    next.world.advanceTo(Shop.START.plus(MONTH).plusSeconds(1));
    assertThat(next.world.subscriptions().of(ann))
        .extracting(Subscription::state)
        .containsExactly(State.EXPIRED, State.ACTIVE);
    assertThat(next.stars(ann)).isEqualTo(850);
    assertThat(next.world.nextDeadline()).contains(Instant.ofEpochSecond(BEGUN + 2L * Shop.PERIOD));
  }

  private static void refuses(String words, Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
  }
}
