package dev.startill.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a shop sells by the month: a club, paid by its link and renewed as time passes. */
public abstract class ClubContract extends OpenShop {
  private static final Duration MONTH = Duration.ofDays(30);

  /** Whether the library hands on that a subscription was cancelled, restored or has failed. */
  protected boolean subscriptionsReachTheBot() {
    return true;
  }

  @Test
  void a_club_is_paid_by_its_link_and_again_after_thirty_days() {
    var first = joinsTheClub();
    ann().reads(BOT, "Welcome to the club: " + first.chargeId());
    telegram().advance(MONTH.minusDays(1));
    assertThat(ann().stars()).isEqualTo(70);
    telegram().advance(Duration.ofDays(1));

    var second = ann().reads(BOT, "The club goes on: ").path("text").asString();
    assertThat(second).doesNotContain(first.chargeId());
    assertThat(ann().stars()).isEqualTo(20);
    assertThat(telegram().starsOf(BOT)).isEqualTo(100);
  }

  @Test
  void a_renewal_that_cannot_be_paid_takes_nothing_and_is_told() {
    joinsTheClub();
    ann().reads(BOT, "Welcome to the club");
    telegram().advance(MONTH);
    ann().reads(BOT, "The club goes on");
    telegram().advance(MONTH);

    assertIsTold("club: failed");
    assertThat(ann().stars()).isEqualTo(20);
    assertThat(ann().timesRead(BOT, "The club goes on")).isEqualTo(1);
  }

  @Test
  void a_member_who_cancels_and_thinks_better_of_it_is_told_both_times() {
    joinsTheClub();
    ann().reads(BOT, "Welcome to the club");
    ann().turnsHerSubscription("cancel");
    assertIsTold("club: canceled");
    ann().turnsHerSubscription("restore");
    assertIsTold("club: active");
    telegram().advance(MONTH);

    ann().reads(BOT, "The club goes on");
  }

  @Test
  void the_shop_ends_a_membership_and_no_renewal_follows() {
    joinsTheClub();
    ann().reads(BOT, "Welcome to the club");
    ann().says("/leave", BOT);
    ann().reads(BOT, "You have left the club");
    telegram().advance(MONTH.plusDays(1));
    ann().says("/say still here", BOT);

    ann().reads(BOT, "still here");
    assertThat(ann().timesRead(BOT, "The club goes on")).isZero();
    assertThat(ann().stars()).isEqualTo(70);
  }

  private Buyer.Receipt joinsTheClub() {
    ann().says("/club", BOT);
    var text = ann().reads(BOT, "https://t.me/$").path("text").asString();
    var receipt = ann().pays(text.substring(text.indexOf("https://")));
    assertThat(receipt.status()).isEqualTo("paid");
    return receipt;
  }

  private void assertIsTold(String words) {
    if (subscriptionsReachTheBot()) {
      ann().reads(BOT, words);
    } else {
      ann().says("/say after " + words, BOT);
      ann().reads(BOT, "after " + words);
      assertThat(ann().timesRead(BOT, words)).isEqualTo(1); // in the echo alone
      remark("the library drops the update");
    }
  }
}
