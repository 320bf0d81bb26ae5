package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How fast a bot may write, and what it costs to write faster. */
class PaceTest {
  private static final long BOT = 7;
  private static final Knobs STRICT = Knobs.TELEGRAM.with(Knob.FLOOD_CONTROL, true);

  @Test
  void by_default_nothing_is_too_fast() {
    var world = world(Knobs.TELEGRAM);
    for (int i = 0; i < 100; i++) {
      world.pace().pass(BOT, chat(1), 1, false);
    }
    assertThat(world.books().balance(BOT)).isEqualTo(Amount.ZERO);
  }

  @Test
  void one_message_a_second_goes_into_a_chat() {
    var world = world(STRICT);
    world.pace().pass(BOT, chat(1), 1, false);
    assertThat(refusal(world, chat(1), false)).isEqualTo(1);
    world.pace().pass(BOT, chat(2), 1, false);
    world.advanceTo(world.now().plusSeconds(1));
    world.pace().pass(BOT, chat(1), 1, false);
  }

  @Test
  void an_album_goes_at_once() {
    var world = world(STRICT);
    world.pace().pass(BOT, chat(1), 10, false);
    assertThat(refusal(world, chat(1), false)).isEqualTo(1);
  }

  @Test
  void a_hundred_copies_go_at_once_and_then_nothing_for_a_second() {
    var world = world(STRICT);
    world.pace().pass(BOT, chat(1), 100, false);
    assertThat(refusal(world, chat(2), false)).isEqualTo(1);
  }

  @Test
  void a_group_takes_twenty_a_minute() {
    var world = world(STRICT);
    var group = new Chat.Group(-5);
    for (int i = 0; i < 20; i++) {
      world.pace().pass(BOT, group, 1, false);
      world.advanceTo(world.now().plusSeconds(2));
    }
    assertThat(refusal(world, group, false)).isEqualTo(20);
  }

  @Test
  void thirty_a_second_are_free_and_more_are_refused_or_paid() {
    var world = rich(STRICT, 100_001);
    long user = 0;
    for (int i = 0; i < 30; i++) {
      world.pace().pass(BOT, chat(++user), 1, true);
    }
    assertThat(world.books().balance(BOT)).isEqualTo(Amount.of(100_001));
    assertThat(refusal(world, chat(++user), false)).isEqualTo(1);
    for (int i = 0; i < 10; i++) {
      world.pace().pass(BOT, chat(++user), 1, true);
    }
    assertThat(world.books().balance(BOT)).isEqualTo(Amount.of(100_000));
    var line = world.books().lines(BOT, 1, 1).getFirst();
    assertThat(line.amount()).isEqualTo(new Amount(0, 100_000_000));
    assertThat(line.partner()).isEqualTo(new Partner.TelegramApi(1));
    world.pace().pass(BOT, chat(++user), 1, true);
    assertThat(refusal(world, chat(++user), true)).isEqualTo(1);
  }

  @Test
  void a_thousand_a_second_is_the_most_that_can_be_paid() {
    var world = rich(STRICT.with(Knob.PAID_BROADCAST_BALANCE, 0L), 1_000);
    for (int user = 1; user <= 1_000; user++) {
      world.pace().pass(BOT, chat(user), 1, true);
    }
    assertThat(refusal(world, chat(1_001), true)).isEqualTo(1);
    assertThat(world.books().balance(BOT)).isEqualTo(Amount.of(903));
    world.advanceTo(world.now().plus(Duration.ofSeconds(1)));
    world.pace().pass(BOT, chat(1_001), 1, false);
  }

  private static int refusal(World world, Chat chat, boolean paid) {
    var refused = catchThrowableOfType(Refusal.class, () -> world.pace().pass(BOT, chat, 1, paid));
    assertThat(refused.code()).isEqualTo(429);
    return refused.retryAfter();
  }

  private static Chat chat(long user) {
    return new Chat.Private(BOT, user);
  }

  private static World rich(Knobs knobs, long stars) {
    var world = world(knobs);
    world.books().earn(BOT, world.books().newId(), Amount.of(stars), new Partner.Other());
    return world;
  }

  private static World world(Knobs knobs) {
    return new World(
        Instant.parse("2026-11-22T12:00:00Z"),
        new Random(1),
        knobs,
        Deliveries.FAITHFUL,
        happening -> {});
  }
}
