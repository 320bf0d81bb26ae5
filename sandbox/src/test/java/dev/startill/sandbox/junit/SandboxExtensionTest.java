package dev.startill.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.TinyShop;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

/** When sandboxes start, what tests share, and what a failure tells. */
class SandboxExtensionTest {
  private static final Set<URI> ADDRESSES = ConcurrentHashMap.newKeySet();
  private static final List<Integer> CHATS = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    ADDRESSES.clear();
    CHATS.clear();
  }

  @Test
  void a_static_field_keeps_its_address_and_its_bot_but_each_test_finds_a_fresh_world() {
    assertThat(Inner.run(OneAddress.class)).isEqualTo(new Inner.Run(4, List.of()));
    assertThat(ADDRESSES).hasSize(1);
    assertThat(CHATS).containsExactly(2, 2, 2, 2);
    assertThatThrownBy(OneAddress.telegram::url)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@RegisterExtension");
  }

  @Test
  void a_world_that_is_kept_is_shared_by_tests_in_parallel() {
    assertThat(Inner.runInParallel(OneWorld.class)).isEqualTo(new Inner.Run(4, List.of()));
    assertThat(CHATS).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void an_instance_field_is_a_sandbox_for_each_test() {
    assertThat(Inner.runInParallel(OneEach.class)).isEqualTo(new Inner.Run(4, List.of()));
    assertThat(ADDRESSES).hasSize(4);
  }

  @Test
  void a_parameter_is_a_sandbox_for_each_test() {
    assertThat(Inner.runInParallel(Parameters.class)).isEqualTo(new Inner.Run(4, List.of()));
    assertThat(ADDRESSES).hasSize(4);
  }

  @Test
  void tests_at_once_that_would_forget_each_others_world_are_refused() {
    var run = Inner.runInParallel(TwoAtOnce.class);
    assertThat(run.failures())
        .singleElement()
        .isInstanceOfSatisfying(
            IllegalStateException.class,
            refusal -> assertThat(refusal).hasMessageContaining("keepingWorld()"));
  }

  @Test
  void a_failure_tells_the_chats_and_the_last_calls() {
    for (var tests : List.of(Fails.class, FailsWithParameter.class)) {
      assertThat(Inner.run(tests).failures())
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure.getSuppressed())
                      .singleElement()
                      .satisfies(
                          told ->
                              assertThat(told)
                                  .hasMessageContaining("When the test failed:")
                                  .hasMessageContaining("Ann: hello")
                                  .hasMessageContaining("Shop 1: You said: hello")
                                  .hasMessageContaining("sendMessage(")));
    }
  }

  static class OneAddress {
    @RegisterExtension static final SandboxExtension telegram = SandboxExtension.create();
    private static TinyShop shop;

    @BeforeAll
    static void open() {
      shop = new TinyShop(telegram.url(), telegram.token());
    }

    @AfterAll
    static void close() {
      shop.close();
    }

    @RepeatedTest(3)
    void is_greeted() {
      ADDRESSES.add(telegram.url());
      var ann = telegram.buyer("Ann");
      ann.sends("hello");
      ann.reads("hello");
      CHATS.add(ann.chat().size());
    }

    @Nested
    class Inside {
      @Test
      void is_greeted_too() {
        is_greeted();
      }
    }
  }

  static class OneWorld {
    @RegisterExtension
    static final SandboxExtension telegram = SandboxExtension.create().keepingWorld();

    private static final CyclicBarrier TOGETHER = new CyclicBarrier(4);

    @RepeatedTest(4)
    void is_shared() throws Exception {
      var number = TOGETHER.await(10, TimeUnit.SECONDS);
      var buyer = telegram.buyer("Buyer " + number).withStars(1);
      CHATS.add(Math.toIntExact(buyer.id() % 100));
    }
  }

  static class OneEach {
    @RegisterExtension final SandboxExtension telegram = SandboxExtension.with(Sandbox::builder);

    @RepeatedTest(4)
    void has_its_own() {
      ADDRESSES.add(telegram.url());
      assertThat(telegram.buyer("Ann").id()).isEqualTo(700_000_001);
    }
  }

  @ExtendWith(SandboxParameter.class)
  static class Parameters {
    @BeforeEach
    void meet(Sandbox telegram) {
      telegram.buyer("Ann");
    }

    @RepeatedTest(4)
    void has_its_own(Sandbox telegram) {
      ADDRESSES.add(telegram.url());
      assertThat(telegram.buyer("Bob").id()).isEqualTo(700_000_002);
    }
  }

  static class TwoAtOnce {
    @RegisterExtension static final SandboxExtension telegram = SandboxExtension.create();
    private static final CountDownLatch REFUSED = new CountDownLatch(1);

    @RegisterExtension
    static final TestWatcher watcher =
        new TestWatcher() {
          @Override
          public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
            REFUSED.countDown();
          }
        };

    @RepeatedTest(2)
    void waits_for_the_other() throws Exception {
      assertThat(REFUSED.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  static class Fails {
    @RegisterExtension final SandboxExtension telegram = SandboxExtension.create();

    @Test
    void after_a_word() {
      hello(telegram.sandbox());
    }
  }

  @ExtendWith(SandboxParameter.class)
  static class FailsWithParameter {
    @Test
    void after_a_word(Sandbox telegram) {
      hello(telegram);
    }
  }

  private static void hello(Sandbox telegram) {
    try (var shop = new TinyShop(telegram.url(), telegram.token())) {
      assertThat(shop).isNotNull();
      var ann = telegram.buyer("Ann");
      ann.sends("hello");
      ann.reads("hello");
      assertThat(ann.stars()).isEqualTo(1);
    }
  }
}
