package dev.startill.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Telegram;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class StartillSandboxTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @Nested
  @StartillSandbox
  class A_test {
    private @Nullable Sandbox before;

    @BeforeEach
    void begin(Sandbox telegram, InMemoryStore store) {
      before = telegram;
      lease(store);
    }

    @Test
    void has_what_was_there_before_it(Telegram telegram, InMemoryStore store) {
      assertThat(telegram).isSameAs(before);
      assertThat(leased(store)).isPresent();
    }

    @Test
    void meets_buyers_with_stars(Sandbox telegram) {
      assertThat(telegram.buyer("Ann").withStars(100).stars()).isEqualTo(100);
    }

    @Test
    void has_a_store_that_goes_by_the_sandboxs_time(Sandbox telegram, InMemoryStore store) {
      telegram.clock().advance(MONTH);
      assertThat(leased(store)).isEmpty();
    }

    @Test
    void turns_all_time_with_its_clock(InMemoryStore store, Sandbox telegram, ManualClock clock) {
      clock.advance(MONTH.minusSeconds(1));
      assertThat(telegram.clock().instant()).isEqualTo(clock.instant());
      assertThat(leased(store)).isPresent();
      clock.advance(Duration.ofSeconds(1));
      assertThat(leased(store)).isEmpty();
    }

    @AfterEach
    void end(Sandbox telegram) {
      assertThat(telegram).isSameAs(before);
    }
  }

  @Nested
  @StartillSandbox
  class Without_a_sandbox {
    @Test
    void the_clock_is_the_stores(ManualClock clock, InMemoryStore store, RecordingTelegram told) {
      lease(store);
      clock.advance(MONTH);
      assertThat(leased(store)).isEmpty();
      assertThat(told.said()).isEmpty();
    }

    @Test
    void and_without_a_clock_it_is_the_machines(InMemoryStore store) {
      var before = Instant.now();
      assertThat(lease(store).until()).isBetween(before.plus(MONTH), Instant.now().plus(MONTH));
    }
  }

  @Test
  void each_test_has_its_own_and_nothing_is_left_of_it() {
    assertThat(failuresOf(OneEach.class)).isEmpty();
    assertThat(OneEach.SANDBOXES)
        .hasSize(3)
        .allSatisfy(telegram -> assertThat(telegram.port()).as("of a closed one").isNegative());
    assertThat(OneEach.STORES)
        .hasSize(3)
        .allSatisfy(
            store -> assertThatThrownBy(() -> leased(store)).isInstanceOf(StoreException.class));
  }

  @Test
  void a_clock_that_comes_too_late_is_refused_with_the_remedy() {
    assertThat(failuresOf(ClockTooLate.class))
        .singleElement()
        .isInstanceOfSatisfying(
            ParameterResolutionException.class,
            refusal ->
                assertThat(refusal).hasMessageContaining("where the Sandbox is first taken"));
  }

  @StartillSandbox
  static class OneEach {
    private static final Set<Sandbox> SANDBOXES = ConcurrentHashMap.newKeySet();
    private static final Set<InMemoryStore> STORES = ConcurrentHashMap.newKeySet();

    @RepeatedTest(3)
    void is_given(Sandbox telegram, InMemoryStore store) {
      SANDBOXES.add(telegram);
      STORES.add(store);
    }
  }

  @StartillSandbox
  static class ClockTooLate {
    @BeforeEach
    void begin(Sandbox telegram) {
      telegram.buyer("Ann");
    }

    @Test
    void ends() {}

    @AfterEach
    void end(ManualClock clock) {
      clock.advance(MONTH);
    }
  }

  private static List<Throwable> failuresOf(Class<?> tests) {
    var listener = new SummaryGeneratingListener();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary().getFailures().stream().map(f -> f.getException()).toList();
  }

  private static Lease lease(Store store) {
    return store.inTransaction(
        Store.Lane.ROUTINE,
        work -> work.leases().take(Lease.Duty.ROUNDS, new NodeId("me"), MONTH).orElseThrow());
  }

  private static Optional<Lease> leased(Store store) {
    return store.inTransaction(Store.Lane.ROUTINE, work -> work.leases().held(Lease.Duty.ROUNDS));
  }
}
