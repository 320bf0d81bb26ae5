package com.example.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.sandbox.testing.Message;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the other bots sell by a sentence, sold by hand. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class HandWrittenBotTest {
  @TempDir Path folder;

  private TelegramBot client;
  private Books books;
  private HandWrittenBot shop;

  @BeforeEach
  void open(Sandbox telegram) {
    client = new TelegramBot.Builder(telegram.token()).apiUrl(telegram.url() + "/bot").build();
    start();
  }

  @AfterEach
  void close() {
    shop.close();
    books.close();
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
  void a_payment_whose_update_was_lost_is_found_in_the_statement(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.lose("successful_payment").once();
    ann.sends("/buy");
    ann.pays();

    shop.statement().read();

    ann.waitsFor("the guide", message -> message.has("document"));
  }

  private void start() {
    books = Books.open("jdbc:sqlite:" + folder.resolve("guide.db"));
    shop = new HandWrittenBot(client, books, Duration.ofHours(1));
  }
}
