package dev.startill.acceptance.clients.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import dev.startill.acceptance.clients.Guide;
import dev.startill.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's test of a bot on pengrad's client, word for word. */
class SandboxGuideTest {
  @RegisterExtension final SandboxExtension telegram = SandboxExtension.create();
  private TelegramBot bot;

  @BeforeEach
  void open_the_shop() {
    bot = new TelegramBot.Builder(telegram.token()).apiUrl(telegram.url() + "/bot").build();
    var shop = new GuideShop(bot);
    bot.setUpdatesListener(
        updates -> {
          updates.forEach(shop::handle);
          return UpdatesListener.CONFIRMED_UPDATES_ALL;
        });
  }

  @AfterEach
  void close_the_shop() {
    bot.removeGetUpdatesListener();
    bot.shutdown();
  }

  @Test
  void a_payment_told_twice_is_delivered_once() {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.duplicate("successful_payment").once();
    ann.sends("/buy");
    var charge = ann.pays().charge();

    ann.reads("Thank you");
    ann.reads("already delivered: " + charge);
    assertThat(telegram.calls("sendDocument")).hasSize(1);
    assertThat(ann.stars()).isEqualTo(50);
  }

  @Test
  void a_refund_whose_answer_is_lost_is_not_paid_twice() {
    var ann = telegram.buyer("Ann").withStars(100);
    ann.sends("/buy");
    ann.pays().charge();
    ann.reads("Thank you");
    telegram.fail("refundStarPayment").afterEffect().once();
    ann.sends("/refund");
    ann.sends("/refund");

    ann.reads("CHARGE_ALREADY_REFUNDED");
    assertThat(ann.stars()).isEqualTo(100);
  }

  @Test
  void the_guide_says_the_same() {
    Guide.saysTheSameAs(
        "acceptance/clients/pengrad/src/test/java/dev/startill/acceptance/clients/pengrad/"
            + "SandboxGuideTest.java",
        "TelegramBot.Builder");
  }
}
