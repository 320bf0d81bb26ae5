package dev.startill.telegram.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Sandbox;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.longpolling.util.DefaultLongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What the guide says of the library's own poller. */
class LibraryPollerTest {
  private final Sandbox sandbox = Sandbox.start();
  private final TelegramBotsLongPollingApplication application =
      new TelegramBotsLongPollingApplication();

  @AfterEach
  void close() throws Exception {
    application.close();
    sandbox.close();
  }

  @Test
  void a_consumer_that_throws_is_never_called_again_and_the_session_says_that_it_runs()
      throws Exception {
    var deaf = sandbox.bot("7000000001:AAdeafDEAFdeafDEAFdeafDEAFdeafDEAFdea");
    var witness = sandbox.bot("7000000002:AAwitnessWITNESSwitnessWITNESSwitn");
    var calls = new AtomicInteger();
    var thrown = new CountDownLatch(1);
    register(
        deaf.token(),
        updates -> {
          calls.incrementAndGet();
          thrown.countDown();
          throw new IllegalStateException("a defect of the bot's own code");
        });
    var heard = new CountDownLatch(1);
    register(witness.token(), updates -> heard.countDown());
    var ann = sandbox.buyer("Ann");
    ann.at(deaf).sends("one");
    assertThat(thrown.await(5, TimeUnit.SECONDS)).isTrue();
    ann.at(deaf).sends("two");
    ann.at(witness).sends("can you hear me?");
    assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(calls).hasValue(1);
    assertThat(application.isRunning()).isTrue();
  }

  @Test
  void its_ordinary_consumer_has_a_batch_acknowledged_before_anything_is_done() throws Exception {
    var bot = sandbox.bot();
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var ordinary =
        new DefaultLongPollingUpdateConsumer() {
          @Override
          public void consume(Update update) {
            begun.countDown();
            await(over);
          }
        }) {
      register(bot.token(), ordinary);
      sandbox.buyer("Ann").at(bot).sends("one");
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
      sandbox.buyer("Bob").at(bot).sends("two");
      var next =
          sandbox.waitsForCall("getUpdates", call -> call.request().path("offset").asInt() > 1);
      assertThat(next.ok()).isTrue();
      over.countDown();
    }
  }

  @Test
  void its_start_deletes_a_webhook() throws Exception {
    register(sandbox.token(), updates -> {});
    assertThat(sandbox.waitsForCall("deleteWebhook").ok()).isTrue();
  }

  private void register(String token, LongPollingUpdateConsumer consumer) throws Exception {
    var url = sandbox.url();
    application.registerBot(
        token,
        () -> new TelegramUrl("http", url.getHost(), url.getPort(), false),
        new DefaultGetUpdatesGenerator(),
        consumer);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
