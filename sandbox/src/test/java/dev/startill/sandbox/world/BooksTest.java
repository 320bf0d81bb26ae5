package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.StarKnobs.ChargebackLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The identities that hold whatever happens: lines make balances, and pairs are one of a kind. */
class BooksTest {
  @Test
  void whatever_happens_a_balance_is_the_sum_of_its_lines_and_no_line_is_there_twice() {
    for (int seed = 0; seed < 10; seed++) {
      var chance = new Random(seed);
      var shop = new Shop(Knob.WITHDRAWAL_MINIMUM, 1L);
      var people = new ArrayList<Long>();
      for (int i = 0; i < 3; i++) {
        people.add(shop.buyer(2_000));
      }
      for (int step = 0; step < 150; step++) {
        act(shop, people, chance);
        check(shop, people);
      }
      var again = new Shop(Knob.WITHDRAWAL_MINIMUM, 1L);
      again.world.load(shop.world.save());
      assertThat(again.world.save()).isEqualTo(shop.world.save());
    }
  }

  @Test
  void a_payment_stands_in_both_books_with_one_identifier_and_a_refund_too() {
    var shop = new Shop();
    long ann = shop.buyer(100);
    var charge = shop.sell(ann, Shop.GUIDE);
    shop.world.till().refund(shop.bot, ann, charge.id());
    var bots = shop.world.books().lines(shop.bot, 0, 10);
    var anns = shop.world.books().lines(ann, 1, 10);
    assertThat(bots).extracting(StarTransaction::id).containsOnly(charge.id());
    assertThat(anns).extracting(StarTransaction::id).containsOnly(charge.id());
    assertThat(bots).extracting(StarTransaction::incoming).containsExactly(true, false);
    assertThat(anns).extracting(StarTransaction::incoming).containsExactly(false, true);
  }

  @Test
  void a_line_cannot_be_written_twice() {
    var shop = new Shop();
    var books = shop.world.books();
    books.earn(7, "stx1", Amount.of(5), new Partner.Other());
    books.spend(7, "stx1", Amount.of(5), new Partner.Other());
    assertThatThrownBy(() -> books.earn(7, "stx1", Amount.of(5), new Partner.Other()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(books.balance(7)).isEqualTo(Amount.ZERO);
    assertThat(books.lines(7, 5, Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void a_chargeback_may_also_be_a_line_without_a_name() {
    var shop = new Shop(Knob.CHARGEBACK_LINE, ChargebackLine.AS_OTHER);
    var charge = shop.sell(shop.buyer(100), Shop.GUIDE);
    shop.world.till().chargeback(charge.id());
    var line = shop.world.books().lines(shop.bot, 1, 10).getFirst();
    assertThat(line.partner()).isEqualTo(new Partner.Other());
    assertThat(line.id()).isNotEqualTo(charge.id());
    assertThat(shop.stars(shop.bot)).isZero();
    assertThat(shop.moneyTold()).hasSize(1);
  }

  @Test
  void a_refund_above_the_balance_succeeds_unless_a_knob_forbids_it() {
    for (boolean overdraw : new boolean[] {true, false}) {
      var shop = new Shop(Knob.REFUNDS_MAY_OVERDRAW, overdraw);
      long ann = shop.buyer(200);
      var lost = shop.sell(ann, Shop.GUIDE);
      var kept = shop.sell(ann, Shop.GUIDE);
      shop.world.till().chargeback(lost.id());
      shop.world.books().spend(shop.bot, "stxAds", Amount.of(10), new Partner.TelegramAds());
      if (overdraw) {
        assertThat(shop.world.till().refund(shop.bot, ann, kept.id())).isTrue();
        assertThat(shop.stars(shop.bot)).isEqualTo(-10);
      } else {
        assertThatThrownBy(() -> shop.world.till().refund(shop.bot, ann, kept.id()))
            .hasMessage("Bad Request: BALANCE_TOO_LOW");
        assertThat(shop.stars(shop.bot)).isEqualTo(40);
      }
    }
  }

  @Test
  void numbers_belong_to_a_user_or_a_bot_never_to_both() {
    var shop = new Shop();
    long ann = shop.buyer(10);
    assertThatThrownBy(() -> shop.world.people().authorize(ann, "digest", false, true))
        .hasMessage("Unauthorized");
    shop.world.people().authorize(ann + 1, "digest", false, true);
    assertThat(shop.buyer(20)).isEqualTo(ann + 2);
    assertThat(shop.buyer(30)).isEqualTo(ann + 3);
  }

  private static void act(Shop shop, List<Long> people, Random chance) {
    long user = people.get(chance.nextInt(people.size()));
    var charges = shop.world.till().charges().all();
    try {
      switch (chance.nextInt(8)) {
        case 0, 1 -> sell(shop, user, Shop.GUIDE);
        case 2 -> sell(shop, user, Shop.CLUB);
        case 3 -> shop.passes(Duration.ofHours(chance.nextInt(400)));
        case 4 -> shop.world.withdrawals().begin(shop.bot, 1 + chance.nextInt(60));
        case 5 -> {
          var all = shop.world.withdrawals().all();
          shop.world.withdrawals().fail(all.get(chance.nextInt(all.size())));
        }
        case 6 -> {
          var charge = List.copyOf(charges).get(chance.nextInt(charges.size()));
          assertThat(shop.world.till().refund(shop.bot, charge.user(), charge.id())).isTrue();
        }
        default -> {
          var charge = List.copyOf(charges).get(chance.nextInt(charges.size()));
          shop.world.till().chargeback(charge.id());
        }
      }
    } catch (Refusal | IllegalArgumentException no) {
      assertThat(no).isNotNull();
    }
  }

  private static void sell(Shop shop, long user, Invoice invoice) {
    if (shop.stars(user) >= invoice.amount()) {
      assertThat(shop.sell(user, invoice).user()).isEqualTo(user);
    }
  }

  private static void check(Shop shop, List<Long> people) {
    var owners = new ArrayList<>(people);
    owners.add(shop.bot);
    for (long owner : owners) {
      var lines = shop.world.books().lines(owner, 0, Integer.MAX_VALUE);
      var pairs = new HashSet<String>();
      var sum = Amount.ZERO;
      long last = 0;
      for (var line : lines) {
        assertThat(pairs.add(line.id() + line.incoming())).isTrue();
        assertThat(line.amount()).isGreaterThan(Amount.ZERO);
        assertThat(line.date()).isGreaterThanOrEqualTo(last);
        last = line.date();
        sum = sum.plus(line.change());
      }
      assertThat(shop.world.books().balance(owner)).isEqualTo(sum);
    }
    people.forEach(user -> assertThat(shop.stars(user)).isNotNegative());
  }
}
