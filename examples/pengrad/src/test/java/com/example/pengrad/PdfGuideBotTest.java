package com.example.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.jdbc.JdbcStore;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.sandbox.testing.Message;
import dev.startill.telegram.pengrad.PengradBot;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, from {@code /buy} to the file. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class PdfGuideBotTest {
  @TempDir Path folder;

  private PengradBot bot;
  private JdbcStore store;
  private PdfGuideBot shop;

  @BeforeEach
  void open(Sandbox telegram) {
    bot =
        PengradBot.over(
            new TelegramBot.Builder(telegram.token()).apiUrl(telegram.url() + "/bot").build());
    start();
  }

  @AfterEach
  void close() {
    shop.close();
    store.close();
  }

  @Test
  void a_payment_that_is_told_twice_brings_the_guide_once(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.duplicate("successful_payment").once();

    ann.sends("/buy");
    ann.pays();
    ann.waitsFor("the guide", message -> message.has("document"));

    ann.sends("/buy");
    ann.waitsFor("another invoice", Message::isInvoice);
    assertThat(telegram.calls("sendDocument")).hasSize(1);
    assertThat(ann.stars()).isEqualTo(50);
  }

  @Test
  void what_was_paid_before_the_bot_ended_is_handed_over_after_its_next_start(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.fail("sendDocument").before().withError(500, "Internal Server Error").always();
    ann.sends("/buy");
    ann.pays();
    telegram.waitsForCall("sendDocument");

    close();
    telegram.heal();
    start();

    ann.waitsFor("the guide", message -> message.has("document"));
  }

  private void start() {
    store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("guide.db"), bot.id());
    shop = new PdfGuideBot(bot, store);
  }
}
