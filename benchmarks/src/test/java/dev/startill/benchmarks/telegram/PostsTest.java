package dev.startill.benchmarks.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.HttpClient;
import dev.startill.benchmarks.wire.HttpServer;
import dev.startill.benchmarks.wire.Loop;
import dev.startill.benchmarks.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostsTest {
  private static final int BUYERS = 9;

  private final AtomicInteger toOne = new AtomicInteger();
  private final AtomicInteger toOther = new AtomicInteger();
  private Loop loop;
  private HttpServer one;
  private HttpServer other;
  private Telegram telegram;

  @BeforeEach
  void listen() throws IOException {
    loop = Loop.start("nodes");
    one = node(toOne);
    other = node(toOther);
    telegram = Telegram.start(new Telegram.Manner(Duration.ZERO, 0, 1));
  }

  @AfterEach
  void stop() {
    telegram.close();
    loop.close();
  }

  @Test
  void all_goes_to_the_port_of_the_webhook() {
    sell();

    assertThat(toOne).hasValue(BUYERS);
    assertThat(toOther).hasValue(0);
  }

  @Test
  void nodes_take_turns() {
    telegram.postInTurnTo(List.of(one.port(), other.port()));
    sell();

    assertThat(toOne).hasValue(BUYERS / 2 + 1);
    assertThat(toOther).hasValue(BUYERS / 2);
  }

  @Test
  void a_node_that_is_gone_leaves_its_share_to_the_others() {
    telegram.postInTurnTo(List.of(1, other.port()));
    sell();

    assertThat(toOther).hasValue(BUYERS);
  }

  /** Nine buyers ask for something; ends when nine updates have come. */
  private void sell() {
    var hook = "{\"url\":\"http://127.0.0.1:%d/hook\"}".formatted(one.port());
    var set = new CompletableFuture<Message>();
    var client = new HttpClient(loop, telegram.port(), 1, "");
    loop.execute(() -> client.post("/bot1:a/setWebhook", new Bytes().add(hook), set::complete));
    assertThat(set.orTimeout(10, TimeUnit.SECONDS).join().status()).isEqualTo(200);
    telegram.openTo(BUYERS);
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (toOne.get() + toOther.get() < BUYERS && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private HttpServer node(AtomicInteger posts) throws IOException {
    return HttpServer.listen(
        loop,
        0,
        (request, exchange) -> {
          posts.incrementAndGet();
          exchange.answer(new Bytes());
        });
  }
}
