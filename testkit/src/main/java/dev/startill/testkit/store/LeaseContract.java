package dev.startill.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Lease;
import dev.startill.port.Lease.Duty;
import dev.startill.port.Leases;
import dev.startill.port.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * One node at a time has a duty, and who had it before cannot have it back unseen. Where the time
 * is the database's no clock of ours moves it, so what waits for an end waits for both.
 */
interface LeaseContract {
  NodeId ONE = new NodeId("one");
  NodeId OTHER = new NodeId("other");

  /** Nobody waits for its end. */
  Duration LONG = Duration.ofMinutes(10);

  /** Its end is waited for. */
  Duration SHORT = Duration.ofMillis(40);

  /** The store under test. */
  Bench bench();

  @Test
  default void nobody_has_a_duty_at_first() {
    for (var duty : Duty.values()) {
      assertThat(held(duty)).isEmpty();
    }
  }

  @Test
  default void one_has_it_and_the_other_does_not() {
    var lease = take(ONE, LONG).orElseThrow();

    assertThat(take(OTHER, LONG)).isEmpty();

    assertThat(lease.duty()).isEqualTo(Duty.POLLER);
    assertThat(lease.holder()).isEqualTo(ONE);
    assertThat(held(Duty.POLLER)).contains(lease);
  }

  @Test
  default void duties_are_had_one_by_one() {
    assertThat(take(ONE, LONG)).isPresent();

    var rounds = leases(leases -> leases.take(Duty.ROUNDS, OTHER, LONG));

    assertThat(rounds).isPresent();
    assertThat(held(Duty.ROUNDS)).isEqualTo(rounds);
    assertThat(held(Duty.POLLER)).map(Lease::holder).contains(ONE);
  }

  @Test
  default void a_namesake_is_somebody_else() {
    var lease = take(ONE, LONG);

    assertThat(take(ONE, LONG)).isEmpty();

    assertThat(held(Duty.POLLER)).isEqualTo(lease);
  }

  @Test
  default void a_renewal_lasts_longer_under_the_same_token() {
    var lease = take(ONE, LONG).orElseThrow();
    bench().advance(Duration.ofSeconds(5));

    var renewed = renew(lease, LONG.plusMinutes(1)).orElseThrow();

    assertThat(renewed.token()).isEqualTo(lease.token());
    assertThat(renewed.holder()).isEqualTo(ONE);
    assertThat(renewed.until()).isAfter(lease.until());
    assertThat(held(Duty.POLLER)).contains(renewed);
  }

  @Test
  default void what_ran_out_is_free_and_the_token_grows() {
    var first = take(ONE, SHORT).orElseThrow();

    var second = awaitTurn(OTHER);

    assertThat(second.holder()).isEqualTo(OTHER);
    assertThat(second.token()).isGreaterThan(first.token());
    assertThat(held(Duty.POLLER)).contains(second);
  }

  @Test
  default void whoever_wakes_up_late_learns_that_it_was_overtaken() {
    var first = take(ONE, SHORT).orElseThrow();
    var second = awaitTurn(OTHER);

    assertThat(renew(first, LONG)).isEmpty();
    leases(
        leases -> {
          leases.letGo(first);
          return first;
        });

    assertThat(held(Duty.POLLER)).contains(second);
    assertThat(renew(second, LONG)).isPresent();
  }

  @Test
  default void whoever_wakes_up_late_goes_on_if_nobody_took_it() {
    var lease = take(ONE, SHORT).orElseThrow();
    awaitEnd();

    var renewed = renew(lease, LONG).orElseThrow();

    assertThat(renewed.token()).isEqualTo(lease.token());
    assertThat(take(OTHER, LONG)).isEmpty();
  }

  @Test
  default void what_was_let_go_is_free_at_once_and_cannot_be_renewed() {
    var first = take(ONE, LONG).orElseThrow();

    letGo(first);

    assertThat(held(Duty.POLLER)).isEmpty();
    assertThat(renew(first, LONG)).isEmpty();
    assertThat(take(OTHER, LONG).orElseThrow().token()).isGreaterThan(first.token());
  }

  @Test
  default void tokens_grow_with_every_change() {
    var token = 0L;
    for (var holder : new NodeId[] {ONE, OTHER, OTHER, ONE}) {
      var lease = take(holder, LONG).orElseThrow();
      assertThat(lease.token()).isGreaterThan(token);
      token = lease.token();
      letGo(lease);
    }
  }

  @Test
  default void a_unit_that_fails_takes_nothing() {
    try {
      bench()
          .run(
              work -> {
                work.leases().take(Duty.POLLER, ONE, LONG);
                throw new IllegalStateException("on purpose");
              });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("on purpose");
    }

    assertThat(held(Duty.POLLER)).isEmpty();
  }

  @Test
  default void a_start_alone_ends_every_duty_and_no_token_comes_again() {
    var lease = take(ONE, LONG).orElseThrow();

    bench().run(work -> work.clearLeases());

    assertThat(renew(lease, LONG)).isEmpty();
    assertThat(take(ONE, LONG).orElseThrow().token()).isGreaterThan(lease.token());
  }

  private Optional<Lease> take(NodeId holder, Duration life) {
    return leases(leases -> leases.take(Duty.POLLER, holder, life));
  }

  private Optional<Lease> renew(Lease lease, Duration life) {
    return leases(leases -> leases.renew(lease, life));
  }

  private Optional<Lease> held(Duty duty) {
    return leases(leases -> leases.held(duty));
  }

  private void letGo(Lease lease) {
    leases(
        leases -> {
          leases.letGo(lease);
          return lease;
        });
  }

  private Lease awaitTurn(NodeId holder) {
    awaitEnd();
    return take(holder, LONG).orElseThrow();
  }

  private void awaitEnd() {
    Bench.until(
        () -> {
          bench().advance(Duration.ofMillis(1));
          return held(Duty.POLLER).isEmpty();
        });
  }

  private <T> T leases(Function<Leases, T> question) {
    return bench().in(work -> question.apply(work.leases()));
  }
}
