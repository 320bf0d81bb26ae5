package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.Membership.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a paid membership of a channel before its time, and what begins it anew. */
class PaidMembershipsTest {
  private static final Duration MONTH = Duration.ofSeconds(Shop.PERIOD);
  private static final int PRICE = 40;

  private final Shop shop = new Shop();
  private final Chat.Shared channel = shop.world.people().found(true, "News", "").chat();
  private final Invitation paid = link(new Invitation.Price(Shop.PERIOD, PRICE));
  private final Invitation free = link(Invitation.Price.FREE);

  @ParameterizedTest
  @EnumSource(names = {"LEFT", "KICKED"})
  void who_was_out_and_came_back_by_a_free_link_pays_no_more(Status out) {
    long ann = member(200);
    stand(ann, out);
    stand(ann, Status.LEFT);
    shop.world.invitations().join(ann, free);
    assertThat(shop.world.paidMemberships().of(ann, channel)).isEmpty();
    shop.passes(MONTH.multipliedBy(2));
    assertThat(shop.stars(ann)).isEqualTo(160);
    assertThat(status(ann)).isEqualTo(Status.MEMBER);
  }

  @Test
  void who_came_back_by_a_free_link_is_not_thrown_out_for_want_of_stars() {
    long ann = member(PRICE);
    stand(ann, Status.LEFT);
    shop.world.invitations().join(ann, free);
    shop.passes(MONTH.plusDays(1));
    assertThat(status(ann)).isEqualTo(Status.MEMBER);
  }

  @Test
  void what_has_ended_can_be_neither_canceled_nor_taken_back() {
    long ann = member(200);
    stand(ann, Status.LEFT);
    assertThatThrownBy(() -> shop.world.paidMemberships().cancel(ann, channel, false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no subscription");
  }

  @Test
  void back_by_the_paid_link_within_the_paid_time_it_goes_on_as_it_was() {
    long ann = member(200);
    stand(ann, Status.LEFT);
    shop.passes(Duration.ofDays(10));
    shop.world.invitations().join(ann, paid);
    assertThat(shop.stars(ann)).isEqualTo(160);
    shop.passes(MONTH.minusDays(9));
    assertThat(shop.stars(ann)).isEqualTo(120);
    assertThat(status(ann)).isEqualTo(Status.MEMBER);
  }

  @Test
  void back_by_the_paid_link_after_the_paid_time_one_pays_anew() {
    long ann = member(200);
    stand(ann, Status.LEFT);
    shop.passes(MONTH.plusDays(1));
    shop.world.invitations().join(ann, paid);
    assertThat(shop.stars(ann)).isEqualTo(120);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMBER", "ADMINISTRATOR"})
  void an_administrator_pays_no_more_whenever_they_are_demoted(Status atTheEnd) {
    long ann = member(200);
    stand(ann, Status.ADMINISTRATOR);
    stand(ann, atTheEnd);
    shop.passes(MONTH.plusDays(1));
    stand(ann, Status.MEMBER);
    shop.passes(MONTH.plusDays(1));
    assertThat(shop.stars(ann)).isEqualTo(160);
    assertThat(status(ann)).isEqualTo(Status.MEMBER);
  }

  @Test
  void a_paid_member_who_joins_again_stays_a_paid_one() {
    long ann = member(200);
    stand(ann, Status.MEMBER);
    shop.passes(MONTH);
    assertThat(shop.stars(ann)).isEqualTo(120);
  }

  @Test
  void a_world_that_was_saved_knows_who_came_back_for_nothing() {
    long ann = member(200);
    long bob = member(200);
    stand(ann, Status.LEFT);
    shop.world.invitations().join(ann, free);
    var next = new Shop();
    next.world.load(shop.world.save());
    next.passes(MONTH.plusDays(1));
    assertThat(next.stars(ann)).isEqualTo(160);
    assertThat(next.stars(bob)).isEqualTo(120);
  }

  private long member(long stars) {
    long user = shop.buyer(stars);
    assertThat(shop.world.invitations().join(user, paid).until()).isPositive();
    return user;
  }

  private Invitation link(Invitation.Price price) {
    return shop.world.invitations().create(channel, shop.bot, Invitation.Limits.NONE, price);
  }

  private void stand(long user, Status status) {
    var after = new Membership(user, status, 0);
    shop.world.memberships().change(channel, after, user, Optional.empty());
  }

  private Status status(long user) {
    return shop.world.memberships().of(channel, user).status();
  }
}
