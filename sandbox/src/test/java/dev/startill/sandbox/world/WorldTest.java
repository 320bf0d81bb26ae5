package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Knobs.BalanceCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One thread, no waiting: what a simulation needs of the World. */
class WorldTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Invoice GUIDE = new Invoice("Guide", "A guide", "ord_1", "", "XTR", 50, "");

  private final List<Happening> told = new ArrayList<>();

  @Test
  void the_same_seed_tells_the_same_story() {
    assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
  }

  @Test
  void deadlines_pass_in_order_each_at_its_own_moment() {
    var world = world(1, Knobs.TELEGRAM);
    long bot = bot(world);
    long ann = world.people().join("Ann", "", "en", 1_000).id();
    long first = world.payments().pay(ann, bot, GUIDE);
    world.advanceTo(START.plusSeconds(5));
    long second = world.payments().pay(ann, bot, GUIDE);
    assertThat(world.nextDeadline()).contains(START.plusSeconds(10));
    told.clear();
    world.advanceTo(START.plus(Duration.ofDays(30)));
    var timeout = new Outcome.Failed("BOT_PRECHECKOUT_TIMEOUT", "");
    assertThat(told)
        .containsExactly(
            new Happening.PaymentMoved(first, ann, bot, timeout),
            new Happening.PaymentMoved(second, ann, bot, timeout));
    assertThat(world.nextDeadline()).isEmpty();
  }

  @Test
  void time_does_not_go_back() {
    var world = world(1, Knobs.TELEGRAM);
    world.advanceTo(START.minusSeconds(5));
    assertThat(world.now()).isEqualTo(START);
  }

  @Test
  void a_knob_lets_the_balance_be_compared_only_when_the_stars_move() {
    var knobs = Knobs.TELEGRAM.with(Knob.BALANCE_CHECK, BalanceCheck.AFTER_PRE_CHECKOUT);
    var world = world(1, knobs);
    long bot = bot(world);
    long ann = world.people().join("Ann", "", "", 49).id();
    long payment = world.payments().pay(ann, bot, GUIDE);
    var asked = (Update.Asked) world.mail().read(bot, 0, 1).getFirst().body();
    world.payments().approve(bot, asked.checkout().id());
    assertThat(told.getLast())
        .isEqualTo(
            new Happening.PaymentMoved(
                payment, ann, bot, new Outcome.Failed("BALANCE_TOO_LOW", "")));
    assertThat(world.people().stars(ann)).isEqualTo(49);
  }

  @Test
  void stars_are_neither_made_nor_lost() {
    var chance = new Random(3);
    var world = world(3, Knobs.TELEGRAM);
    long bot = bot(world);
    var users = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      users.add(world.people().join("U" + i, "", "", 500).id());
    }
    var charges = new ArrayList<StarTransaction>();
    for (int step = 0; step < 500; step++) {
      long user = users.get(chance.nextInt(users.size()));
      switch (chance.nextInt(4)) {
        case 0 -> world.payments().pay(user, bot, GUIDE);
        case 1 -> answerAll(world, bot, chance);
        case 2 -> refundOne(world, bot, charges, chance);
        default -> world.advanceTo(world.now().plusSeconds(chance.nextInt(6)));
      }
      charges.addAll(world.books().lines(bot, charges.size(), 100));
      long all = world.people().stars(bot);
      long statement = 0;
      for (var line : charges) {
        statement += line.change().stars();
      }
      assertThat(statement).isEqualTo(all);
      for (long each : users) {
        assertThat(world.people().stars(each)).isNotNegative();
        all += world.people().stars(each);
      }
      assertThat(all).isEqualTo(2_500);
    }
    assertThat(charges).hasSizeGreaterThan(30);
  }

  private static void answerAll(World world, long bot, Random chance) {
    long offset = 0;
    for (var update : world.mail().read(bot, 0, 100)) {
      offset = update.id() + 1L;
      if (update.body() instanceof Update.Asked asked) {
        try {
          if (chance.nextInt(5) == 0) {
            world.payments().decline(bot, asked.checkout().id(), "no");
          } else {
            world.payments().approve(bot, asked.checkout().id());
          }
        } catch (Refusal late) {
          assertThat(late.code()).isEqualTo(400);
        }
      }
    }
    assertThat(world.mail().read(bot, offset, 100)).hasSizeLessThanOrEqualTo(100);
  }

  private static void refundOne(
      World world, long bot, List<StarTransaction> charges, Random chance) {
    if (charges.isEmpty()) {
      return;
    }
    var line = charges.get(chance.nextInt(charges.size()));
    try {
      world.till().refund(bot, ((Partner.User) line.partner()).user(), line.id());
    } catch (Refusal twice) {
      assertThat(twice.description()).isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
    }
  }

  private List<Happening> story(long seed) {
    told.clear();
    var world = world(seed, Knobs.TELEGRAM);
    long bot = bot(world);
    long ann = world.people().join("Ann", "", "", 100).id();
    var link = world.payments().link(bot, GUIDE);
    assertThat(world.payments().pay(ann, bot, link.invoice())).isEqualTo(1);
    var asked = (Update.Asked) world.mail().read(bot, 0, 1).getFirst().body();
    world.payments().approve(bot, asked.checkout().id());
    return List.copyOf(told);
  }

  private World world(long seed, Knobs knobs) {
    return new World(START, new Random(seed), knobs, Deliveries.FAITHFUL, told::add);
  }

  private static long bot(World world) {
    return world.people().authorize(42, "digest", false, true).id();
  }
}
