package dev.startill.acceptance.clients.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.acceptance.clients.Guide;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;

/** The guide's test of a bot on TelegramBots, word for word. */
@ExtendWith(SandboxParameter.class)
class SandboxGuideTest {
  @SuppressWarnings("try") // the library's close() may be interrupted
  @Test
  void a_guide_is_paid_delivered_and_refunded(Sandbox telegram) throws Exception {
    var host = telegram.url().getHost();
    var url = TelegramUrl.builder().schema("http").host(host).port(telegram.port()).build();
    var shop = new GuideShop(new OkHttpTelegramClient(telegram.token(), url));
    LongPollingUpdateConsumer listener = updates -> updates.forEach(shop::handle);
    try (var bots = new TelegramBotsLongPollingApplication()) {
      bots.registerBot(telegram.token(), () -> url, new DefaultGetUpdatesGenerator(), listener);

      var ann = telegram.buyer("Ann").withStars(100);
      ann.sends("/buy");
      var charge = ann.pays().charge();
      ann.waitsFor("the guide", message -> message.has("document"));
      ann.sends("/refund");
      ann.reads("refunded: " + charge);
      assertThat(ann.stars()).isEqualTo(100);
      assertThat(telegram.bot().stars()).isZero();
    }
  }

  @Test
  void the_guide_says_the_same() {
    Guide.saysTheSameAs(
        "acceptance/clients/telegrambots/src/test/java/dev/startill/acceptance/clients/telegrambots/"
            + "SandboxGuideTest.java",
        "OkHttpTelegramClient");
  }
}
