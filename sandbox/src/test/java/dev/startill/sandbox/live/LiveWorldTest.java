package dev.startill.sandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Deliveries;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.Outcome;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The timer: deadlines pass without anybody calling, and waiting costs nothing. */
class LiveWorldTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Invoice GUIDE = new Invoice("Guide", "A guide", "ord_1", "", "XTR", 50, "");

  private final AtomicReference<Instant> base = new AtomicReference<>(START);

  @Test
  void a_base_clock_that_is_moved_by_hand_is_noticed() throws InterruptedException {
    try (var live = live(base::get)) {
      var ended = awaitEnd(live);
      live.run(world -> pay(world, GUIDE));
      base.set(START.plusSeconds(10));
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void also_while_something_is_due_in_a_month_and_nothing_else() throws InterruptedException {
    try (var live = live(base::get)) {
      subscribe(live);
      var renewed = new CountDownLatch(1);
      live.watch(
          new Watcher() {
            @Override
            public void happened(Happening happening) {
              if (happening instanceof Happening.SubscriptionMoved) {
                renewed.countDown();
              }
            }
          });
      base.set(START.plus(Duration.ofDays(30)));
      assertThat(renewed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_deadline_that_is_nearer_than_the_last_wakes_the_timer() throws InterruptedException {
    try (var live = live(InstantSource.system())) {
      subscribe(live);
      var ended = awaitEnd(live);
      live.run(world -> pay(world, GUIDE));
      live.clock().advance(Knobs.TELEGRAM.checkoutDeadline().minusMillis(200));
      assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_month_of_waiting_is_not_spent_looking_at_the_clock() {
    assertThat(new SandboxClock(InstantSource.system(), Duration.ZERO).runsByItself()).isTrue();
    assertThat(new SandboxClock(Clock.systemUTC(), Duration.ZERO).runsByItself()).isTrue();
    var tokyo = Clock.system(ZoneId.of("Asia/Tokyo"));
    assertThat(new SandboxClock(tokyo, Duration.ZERO).runsByItself()).isTrue();
    assertThat(new SandboxClock(base::get, Duration.ZERO).runsByItself()).isFalse();
    var fixed = Clock.fixed(START, ZoneId.of("UTC"));
    assertThat(new SandboxClock(fixed, Duration.ZERO).runsByItself()).isFalse();
  }

  @Test
  void a_watcher_that_looks_back_does_not_move_time_in_the_middle_of_a_jump() {
    try (var live = live(base::get)) {
      subscribe(live);
      var renewals = new AtomicInteger();
      live.watch(
          new Watcher() {
            @Override
            public void happened(Happening happening) {
              if (happening instanceof Happening.MessageShown) {
                var now = live.with(World::now);
                assertThat(now)
                    .isEqualTo(START.plus(Duration.ofDays(30L * renewals.incrementAndGet())));
              }
            }
          });
      live.clock().advance(Duration.ofDays(90));
      assertThat(renewals.get()).isEqualTo(3);
    }
  }

  private static LiveWorld live(InstantSource base) {
    return new LiveWorld(
        new SandboxClock(base, Duration.ZERO),
        (now, watcher) ->
            new World(now, new Random(1), Knobs.TELEGRAM, Deliveries.FAITHFUL, watcher));
  }

  private static CountDownLatch awaitEnd(LiveWorld live) {
    var ended = new CountDownLatch(1);
    live.watch(
        new Watcher() {
          @Override
          public void happened(Happening happening) {
            if (happening instanceof Happening.PaymentMoved moved
                && moved.outcome() instanceof Outcome.Failed) {
              ended.countDown();
            }
          }
        });
    return ended;
  }

  private static void subscribe(LiveWorld live) {
    live.run(
        world -> {
          pay(world, GUIDE.every(2_592_000));
          var asked = (Update.Asked) world.mail().read(42, 0, 1).getFirst().body();
          world.payments().approve(42, asked.checkout().id());
        });
  }

  private static void pay(World world, Invoice invoice) {
    long bot = world.people().authorize(42, "digest", false, true).id();
    long ann = world.people().join("Ann", "", "en", 1_000).id();
    long payment = world.payments().pay(ann, bot, invoice);
    assertThat(payment).isPositive();
  }
}
