package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Subscription.State;
import dev.startill.sandbox.world.Update.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Renewals of which the bot is asked first, as a knob has it. */
class AskedRenewalsTest {
  private static final Duration MONTH = Duration.ofSeconds(Shop.PERIOD);
  private static final long BEGUN = Shop.START.getEpochSecond();

  @Test
  void nobody_is_asked_before_a_renewal_unless_a_knob_says_so() {
    var shop = new Shop();
    shop.sell(shop.buyer(1_000), Shop.CLUB);
    var asked = shop.asked();
    shop.passes(MONTH);
    assertThat(shop.asked()).isEqualTo(asked);
  }

  @Test
  void where_a_bot_is_asked_before_a_renewal_it_may_say_yes_no_or_nothing() {
    var shop = new Shop(Knob.RENEWALS_ASK, true);
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    assertThat(shop.charges()).hasSize(1);
    shop.world.payments().approve(shop.bot, shop.asked().id());
    assertThat(shop.charges()).hasSize(2);

    shop.passes(MONTH);
    shop.world.payments().decline(shop.bot, shop.asked().id(), "no");
    assertThat(shop.only(ann).state()).isEqualTo(State.FAILED);
    shop.passes(Duration.ofHours(1));
    shop.passes(Duration.ofSeconds(10));
    assertThat(shop.only(ann).state()).isEqualTo(State.FAILED);
    assertThat(shop.standings()).containsExactly(Standing.FAILED);
    assertThat(shop.stars(ann)).isEqualTo(900);
  }

  @Test
  void a_bot_that_is_asked_in_the_middle_of_a_jump_may_answer_at_its_end() {
    var shop = new Shop(Knob.RENEWALS_ASK, true);
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.passes(Duration.ofDays(31));
    shop.world.payments().approve(shop.bot, shop.asked().id());
    assertThat(shop.charges()).hasSize(2);
    assertThat(shop.only(ann).until()).isEqualTo(BEGUN + 2L * Shop.PERIOD);

    shop.passes(Duration.ofDays(29).plusMinutes(5));
    assertThat(shop.only(ann).state()).isEqualTo(State.ACTIVE);
    shop.passes(Duration.ofSeconds(10));
    assertThat(shop.only(ann).state()).isEqualTo(State.FAILED);
  }

  @Test
  void a_renewal_that_is_canceled_while_the_bot_is_asked_says_so() {
    var shop = new Shop(Knob.RENEWALS_ASK, true);
    long ann = shop.buyer(1_000);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    var asked = shop.asked();
    shop.world.subscriptions().cancel(shop.only(ann));
    shop.world.payments().approve(shop.bot, asked.id());
    assertThat(shop.outcome(asked.payment()))
        .contains(new Outcome.Failed("SUBSCRIPTION_CANCELED", ""));
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.stars(ann)).isEqualTo(950);
  }
}
