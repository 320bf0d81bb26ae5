package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.node.Tenure;
import dev.startill.port.Lease.Duty;
import dev.startill.port.NodeId;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.settings.Settings;
import dev.startill.testkit.InMemoryStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes that share a store and a bot. */
@Timeout(60)
class PollerTest {
  private static final Duration LIFE = Duration.ofMillis(600);

  private final InMemoryStore store =
      new InMemoryStore(InstantSource.system(), Settings.defaults(), new Random(1));
  private final Sandbox sandbox = Sandbox.start();
  private final HttpBot bot =
      HttpBot.at(sandbox.url(), BotToken.of("42:a_token"), HttpSettings.defaults());
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    bot.close();
    sandbox.close();
  }

  @Test
  void the_next_takes_over_when_one_ends_and_nothing_is_handled_twice() throws Exception {
    var one = tenure("one").start();
    var pollerOne = poller("one", one);
    try (var two = tenure("two");
        var pollerTwo = poller("two", two)) {
      assertThat(one.awaitTurn().holder()).isEqualTo(new NodeId("one"));
      two.start();
      var anna = sandbox.buyer("Anna");
      says(anna, "first", "one");

      pollerOne.close();
      one.close();

      says(anna, "second", "two");
      assertThat(pollerTwo.trouble()).isEmpty();
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void the_next_takes_over_from_one_that_is_frozen_and_thaws_in_vain() throws Exception {
    var frozen = tenure("frozen");
    try (var pollerOne = poller("frozen", frozen);
        var two = tenure("two");
        var pollerTwo = poller("two", two)) {
      frozen.attend();
      frozen.awaitTurn();
      var anna = sandbox.buyer("Anna");
      says(anna, "first", "frozen");
      two.start();
      assertThat(two.awaitTurn().token()).isEqualTo(2);

      says(anna, "second", "two");
      frozen.attend();

      assertThat(frozen.isOurs()).isFalse();
      says(anna, "third", "two");
      assertThat(pollerOne.trouble()).isEmpty();
      assertThat(pollerTwo.trouble()).isEmpty();
    }
    assertThat(heard).isEmpty();
  }

  private Tenure tenure(String node) {
    return Tenure.of(store, Duty.POLLER, new NodeId(node), LIFE, System::nanoTime);
  }

  private Poller poller(String node, Tenure tenure) {
    var settings = PollingSettings.defaults().withTimeout(Duration.ofSeconds(1));
    return new Poller(
            tenure,
            turn -> bot.poll(settings, incoming -> hears(node, incoming), turn),
            Duration.ofSeconds(1))
        .start();
  }

  private void hears(String node, Incoming incoming) {
    if (incoming instanceof Incoming.Understood understood
        && understood.word() instanceof Incoming.Said said) {
      heard.add(node + ": " + said.text());
    }
  }

  private void says(Buyer buyer, String text, String node) throws InterruptedException {
    buyer.sends(text);
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(node + ": " + text);
  }
}
