package com.example.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.jdbc.JdbcStore;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.sandbox.testing.Message;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.telegrambots.TelegramBotsBot;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The whole bot, from {@code /buy} to the file. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class PdfGuideBotTest {
  @TempDir Path folder;

  private TelegramBotsBot bot;
  private TelegramClient client;
  private JdbcStore store;
  private PdfGuideBot shop;

  @BeforeEach
  void open(Sandbox telegram) {
    var url = Address.of(telegram.url().toString());
    var okHttp = new OkHttpClient();
    bot = TelegramBotsBot.over(okHttp, url, telegram.token(), HttpSettings.defaults());
    client = new OkHttpTelegramClient(okHttp, telegram.token(), url);
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

  @Test
  void who_blocked_the_bot_is_not_answered_again_and_again(Sandbox telegram) {
    var ann = telegram.buyer("Ann");
    telegram
        .fail("sendMessage")
        .before()
        .withError(403, "Forbidden: bot was blocked by the user")
        .once();

    ann.sends("hello");
    ann.sends("/buy");

    ann.waitsFor("an invoice", Message::isInvoice);
    assertThat(telegram.calls("sendMessage")).hasSize(1);
  }

  private void start() {
    store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("guide.db"), bot.id());
    shop = new PdfGuideBot(bot, client, store);
  }
}
