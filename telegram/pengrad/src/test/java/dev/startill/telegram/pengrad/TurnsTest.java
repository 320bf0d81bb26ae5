package dev.startill.telegram.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who waits for whom in a bot's own client: nobody, for the library's blocking calls take no turns
 * in OkHttp's dispatcher.
 */
class TurnsTest {
  private static final Answer APPROVAL =
      new Answer.Approve(
          new CheckoutId("333"), new OrderId("ord_01jd000000000000000000000z"), false);

  private final ScriptedBotApi api = ScriptedBotApi.start();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_checkouts_answer_waits_behind_no_message() throws Exception {
    var together = new CountDownLatch(12);
    var silence = api.silence();
    api.on(
        "sendMessage",
        (exchange, call) -> {
          together.countDown();
          silence.act(exchange, call);
        });
    var client =
        new TelegramBot.Builder("123456789:AAsecretSECRETsecretSECRET")
            .apiUrl(api.uri() + "/bot")
            .build();
    var settings = HttpSettings.defaults().withPatience(Duration.ofSeconds(5)).withLimits(0, 0);
    try (var bot = PengradBot.over(client, settings);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 12; i++) {
        var buyer = new BuyerId(i + 1);
        var unused = threads.submit(() -> bot.telegram().sendText(buyer, "slow"));
      }
      assertThat(together.await(4, TimeUnit.SECONDS)).isTrue();
      assertThat(bot.telegram().answer(APPROVAL)).isInstanceOf(Reply.Done.class);
      threads.shutdownNow();
    }
  }
}
