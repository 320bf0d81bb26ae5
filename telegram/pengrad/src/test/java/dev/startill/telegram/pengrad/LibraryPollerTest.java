package dev.startill.telegram.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.request.GetUpdates;
import dev.startill.sandbox.Sandbox;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guide says of the library's own poller. */
class LibraryPollerTest {
  private static final GetUpdates LONG = new GetUpdates().timeout(5);

  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_listener_that_throws_is_never_called_again() throws Exception {
    var deaf = sandbox.bot("7000000001:AAdeafDEAFdeafDEAFdeafDEAFdeafDEAFdea");
    var witness = sandbox.bot("7000000002:AAwitnessWITNESSwitnessWITNESSwitn");
    var calls = new AtomicInteger();
    var thrown = new CountDownLatch(1);
    client(deaf.token())
        .setUpdatesListener(
            updates -> {
              calls.incrementAndGet();
              thrown.countDown();
              throw new IllegalStateException("a defect of the bot's own code");
            },
            LONG);
    var heard = new CountDownLatch(1);
    client(witness.token())
        .setUpdatesListener(
            updates -> {
              heard.countDown();
              return UpdatesListener.CONFIRMED_UPDATES_ALL;
            },
            LONG);
    var ann = sandbox.buyer("Ann");
    ann.at(deaf).sends("one");
    assertThat(thrown.await(5, TimeUnit.SECONDS)).isTrue();
    ann.at(deaf).sends("two");
    ann.at(witness).sends("can you hear me?");
    assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(calls).hasValue(1);
    assertThat(deaf.calls("getUpdates")).hasSize(1);
  }

  @Test
  void the_offset_moves_when_the_listener_has_returned() throws Exception {
    var bot = sandbox.bot();
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    client(bot.token())
        .setUpdatesListener(
            updates -> {
              begun.countDown();
              await(over);
              return UpdatesListener.CONFIRMED_UPDATES_ALL;
            },
            LONG);
    sandbox.buyer("Ann").at(bot).sends("one");
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(bot.calls("getUpdates")).hasSize(1);
    over.countDown();
    var next = sandbox.waitsForCall("getUpdates", call -> !call.parameter("offset").isEmpty());
    assertThat(next.ok()).isTrue();
  }

  private TelegramBot client(String token) {
    return new TelegramBot.Builder(token).apiUrl(sandbox.url() + "/bot").build();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
