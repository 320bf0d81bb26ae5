package dev.startill.telegram.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.port.Reply;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.ScriptedBotApi;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Who waits for whom in the library's client: OkHttp's dispatcher takes five calls to one host at a
 * time, and the library makes all of its calls through it, those that block as well.
 */
class TurnsTest {
  private static final String TOKEN = "123456789:AAsecretSECRETsecretSECRETsecretSECR";
  private static final Answer APPROVAL =
      new Answer.Approve(
          new CheckoutId("333"), new OrderId("ord_01jd000000000000000000000z"), false);
  private static final HttpSettings SETTINGS =
      HttpSettings.defaults().withPatience(Duration.ofSeconds(3)).withLimits(0, 0);

  private final ScriptedBotApi api = ScriptedBotApi.start();
  private final CountDownLatch five = new CountDownLatch(5);
  private final CountDownLatch six = new CountDownLatch(6);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void in_an_ordinary_client_a_checkouts_answer_waits_behind_five_messages() throws Exception {
    var client = new OkHttpTelegramClient(TOKEN, url());
    try (var bot = TelegramBotsBot.over(client, TOKEN, SETTINGS)) {
      assertThat(answerBesideSixSlowMessages(bot)).isInstanceOf(Reply.Unknown.class);
      assertThat(six.getCount()).isOne();
    }
  }

  @Test
  void in_clients_of_its_own_it_waits_for_nobody() throws Exception {
    try (var bot = TelegramBotsBot.over(new OkHttpClient(), url(), TOKEN, SETTINGS)) {
      assertThat(answerBesideSixSlowMessages(bot)).isInstanceOf(Reply.Done.class);
      assertThat(six.await(3, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Reply answerBesideSixSlowMessages(TelegramBotsBot bot) throws InterruptedException {
    var silence = api.silence();
    api.on(
        "sendMessage",
        (exchange, call) -> {
          five.countDown();
          six.countDown();
          silence.act(exchange, call);
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 6; i++) {
        var buyer = new BuyerId(i + 1);
        var unused = threads.submit(() -> bot.telegram().sendText(buyer, "slow"));
      }
      assertThat(five.await(3, TimeUnit.SECONDS)).isTrue();
      var reply = bot.telegram().answer(APPROVAL);
      threads.shutdownNow();
      return reply;
    }
  }

  private TelegramUrl url() {
    return new TelegramUrl("http", api.uri().getHost(), api.uri().getPort(), false);
  }
}
