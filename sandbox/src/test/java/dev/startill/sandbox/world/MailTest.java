package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of updates that a fault sends another way. */
class MailTest {
  private Deliveries.Way way = Deliveries.Way.ONCE;
  private final Shop shop = new Shop(Knobs.TELEGRAM, kind -> way);
  private final long ann = shop.buyer(200);

  @Test
  void a_late_update_survives_a_restart() {
    way = Deliveries.Way.LATE;
    asks();
    var again = again();
    assertThat(again.mail().read(shop.bot, 0, 100))
        .singleElement()
        .satisfies(update -> assertThat(update.body().kind()).isEqualTo("pre_checkout_query"));
    shop.passes(Duration.ofSeconds(5));
    assertThat(shop.asked()).isNotNull();
  }

  @Test
  void a_late_update_takes_a_number_of_its_own_with_it() {
    asks();
    way = Deliveries.Way.LATE;
    asks();
    var again = again();
    var read = again.mail().read(shop.bot, 0, 100);
    assertThat(read).extracting(Update::id).doesNotHaveDuplicates().hasSize(2);
    again.payments().pay(ann, shop.bot, Shop.GUIDE);
    assertThat(again.mail().read(shop.bot, read.getLast().id() + 1L, 100)).hasSize(1);
  }

  @Test
  void what_is_late_or_owed_once_more_is_dropped_aloud_when_all_is_forgotten() {
    way = Deliveries.Way.TWICE;
    asks();
    shop.asked();
    way = Deliveries.Way.LATE;
    asks();
    shop.happenings.clear();
    shop.world.mail().clear(shop.bot);
    assertThat(shop.happenings)
        .hasSize(2)
        .allSatisfy(
            told -> assertThat(((Happening.UpdateMoved) told).fate()).isEqualTo(Fate.DROPPED));
  }

  @Test
  void the_second_copy_of_a_query_expires_with_it() {
    way = Deliveries.Way.TWICE;
    asks();
    var first = shop.world.mail().read(shop.bot, 0, 100);
    assertThat(shop.world.mail().read(shop.bot, first.getLast().id() + 1L, 0)).isEmpty();
    assertThat(shop.world.mail().waiting(shop.bot)).isEqualTo(1);
    shop.world.advanceTo(Shop.START.plus(Duration.ofDays(3)));
    assertThat(shop.world.mail().waiting(shop.bot)).isZero();
    assertThat(shop.happenings.getLast())
        .isInstanceOfSatisfying(
            Happening.UpdateMoved.class, moved -> assertThat(moved.fate()).isEqualTo(Fate.EXPIRED));
  }

  @Test
  void an_update_asked_for_once_more_waits_a_day_and_no_longer() {
    asks();
    int id = shop.world.mail().read(shop.bot, 0, 100).getLast().id();
    shop.world.mail().clear(shop.bot);
    shop.world.advanceTo(Shop.START.plus(Duration.ofDays(3)));
    assertThat(shop.world.mail().repeat(shop.bot, id).id()).isEqualTo(id);
    shop.world.advanceTo(shop.world.now().plus(Duration.ofHours(23)));
    assertThat(shop.world.mail().waiting(shop.bot)).isEqualTo(1);
    shop.world.advanceTo(shop.world.now().plus(Duration.ofHours(1)));
    assertThat(shop.world.mail().waiting(shop.bot)).isZero();
  }

  private void asks() {
    assertThat(shop.world.payments().pay(ann, shop.bot, Shop.GUIDE)).isPositive();
  }

  private World again() {
    var again =
        new World(shop.world.now(), new Random(7), Knobs.TELEGRAM, Deliveries.FAITHFUL, told -> {});
    again.load(shop.world.save());
    return again;
  }
}
