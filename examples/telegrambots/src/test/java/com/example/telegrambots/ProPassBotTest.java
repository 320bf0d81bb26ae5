package com.example.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.jdbc.JdbcStore;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.telegrambots.TelegramBotsBot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

/** A pass from its payment to its end, in the sandbox's time. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class ProPassBotTest {
  @TempDir Path folder;

  private JdbcStore store;
  private ProPassBot shop;

  @BeforeEach
  void open(Sandbox telegram) {
    var address = Address.of(telegram.url().toString());
    var okHttp = new OkHttpClient();
    var bot = TelegramBotsBot.over(okHttp, address, telegram.token(), HttpSettings.defaults());
    var client = new OkHttpTelegramClient(okHttp, telegram.token(), address);
    var url = "jdbc:sqlite:" + folder.resolve("pro.db");
    store = JdbcStore.open(url, bot.id(), Settings.defaults(), telegram.clock(), new Random(1));
    shop = new ProPassBot(bot, client, store, telegram.clock());
  }

  @AfterEach
  void close() {
    shop.close();
    store.close();
  }

  @Test
  void a_pass_ends_after_30_days(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(100);
    ann.sends("/forecast");
    ann.reads("The forecast is for Pro");

    buysPro(ann);
    telegram.clock().advance(Duration.ofDays(29));
    ann.sends("/forecast");
    ann.reads("Sun until noon");

    telegram.clock().advance(Duration.ofDays(1));
    ann.sends("/forecast");
    ann.reads("The forecast is for Pro");
  }

  @Test
  void a_second_pass_adds_its_days_and_a_payment_told_twice_adds_none(Sandbox telegram) {
    var ann = telegram.buyer("Ann").withStars(200);
    telegram.duplicate("successful_payment").once();
    buysPro(ann);
    buysPro(ann);
    assertThat(ann.stars()).isZero();

    telegram.clock().advance(Duration.ofDays(59));
    ann.sends("/forecast");
    ann.reads("Sun until noon");
    telegram.clock().advance(Duration.ofDays(2));
    ann.sends("/forecast");
    ann.reads("The forecast is for Pro");
  }

  private static void buysPro(Buyer buyer) {
    buyer.sends("/pro");
    buyer.pays();
    buyer.reads("Welcome to Pro");
  }
}
