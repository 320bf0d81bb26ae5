package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.Subscription.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A deleted account pays for nothing any more. */
class DeletedAccountTest {
  private static final Duration MONTH = Duration.ofSeconds(Shop.PERIOD);

  @Test
  void its_subscriptions_are_over_at_once_and_nothing_is_said() {
    var shop = new Shop();
    long ann = shop.buyer(200);
    shop.sell(ann, Shop.CLUB);
    delete(shop, ann);
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    shop.passes(MONTH.plusDays(10));
    assertThat(shop.stars(ann)).isEqualTo(150);
    assertThat(shop.standings()).isEmpty();
    assertThat(shop.world.nextDeadline()).isEmpty();
  }

  @Test
  void it_is_out_of_a_paid_channel_when_the_paid_time_ends() {
    var shop = new Shop();
    long ann = shop.buyer(200);
    var news = shop.world.people().found(true, "News", "").chat();
    var price = new Invitation.Price(Shop.PERIOD, 40);
    var link = shop.world.invitations().create(news, shop.bot, Invitation.Limits.NONE, price);
    shop.world.invitations().join(ann, link);
    delete(shop, ann);
    shop.passes(MONTH.minusDays(1));
    assertThat(shop.world.memberships().of(news, ann).status()).isEqualTo(Membership.Status.MEMBER);
    shop.world.paidMemberships().cancel(ann, news, false);
    shop.passes(Duration.ofDays(10));
    assertThat(shop.world.memberships().of(news, ann).status()).isEqualTo(Membership.Status.LEFT);
    assertThat(shop.stars(ann)).isEqualTo(160);
  }

  @Test
  void its_open_payment_fails_and_the_bot_answers_too_late() {
    var shop = new Shop();
    long ann = shop.buyer(200);
    long payment = shop.world.payments().pay(ann, shop.bot, Shop.GUIDE);
    var asked = shop.asked();
    delete(shop, ann);
    assertThat(shop.outcome(payment)).contains(new Outcome.Failed("USER_DEACTIVATED", ""));
    assertThatThrownBy(() -> shop.world.payments().approve(shop.bot, asked.id()))
        .isInstanceOf(Refusal.class);
    assertThat(shop.stars(ann)).isEqualTo(200);
  }

  @Test
  void a_renewal_that_the_bot_is_asked_about_fails_too() {
    var shop = new Shop(Knob.RENEWALS_ASK, true);
    long ann = shop.buyer(200);
    shop.sell(ann, Shop.CLUB);
    shop.passes(MONTH);
    var asked = shop.asked();
    delete(shop, ann);
    assertThat(shop.outcome(asked.payment())).contains(new Outcome.Failed("USER_DEACTIVATED", ""));
    assertThat(shop.only(ann).state()).isEqualTo(State.EXPIRED);
    assertThat(shop.world.nextDeadline()).isEmpty();
    assertThat(shop.stars(ann)).isEqualTo(150);
  }

  @Test
  void it_begins_no_payment() {
    var shop = new Shop();
    long ann = shop.buyer(200);
    delete(shop, ann);
    long payment = shop.world.payments().pay(ann, shop.bot, Shop.CLUB);
    assertThat(shop.outcome(payment)).contains(new Outcome.Failed("USER_DEACTIVATED", ""));
    assertThat(shop.world.mail().read(shop.bot, 0, 100)).isEmpty();
  }

  @Test
  void others_are_left_alone() {
    var shop = new Shop();
    long ann = shop.buyer(200);
    long bob = shop.buyer(200);
    shop.sell(ann, Shop.CLUB);
    shop.sell(bob, Shop.CLUB);
    long payment = shop.world.payments().pay(bob, shop.bot, Shop.GUIDE);
    delete(shop, ann);
    shop.world.payments().approve(shop.bot, shop.asked().id());
    assertThat(shop.outcome(payment)).get().isInstanceOf(Outcome.Paid.class);
    assertThat(shop.only(bob).state()).isEqualTo(State.ACTIVE);
  }

  private static void delete(Shop shop, long user) {
    var gone = shop.world.people().delete(shop.world.people().user(user).orElseThrow());
    assertThat(Optional.of(gone)).isEqualTo(shop.world.people().user(user));
  }
}
