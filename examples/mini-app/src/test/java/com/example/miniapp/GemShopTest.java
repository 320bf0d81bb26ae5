package com.example.miniapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.pengrad.telegrambot.TelegramBot;
import dev.startill.jdbc.JdbcStore;
import dev.startill.payment.ChargeId;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.settings.Settings;
import dev.startill.telegram.pengrad.PengradBot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks, asked by a test; the sandbox signs who asks. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class GemShopTest {
  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private Sandbox telegram;
  private JdbcStore store;
  private GemShop shop;

  @BeforeEach
  void open(Sandbox sandbox) {
    telegram = sandbox;
    var bot =
        PengradBot.over(
            new TelegramBot.Builder(telegram.token()).apiUrl(telegram.url() + "/bot").build());
    var url = "jdbc:sqlite:" + folder.resolve("gems.db");
    store = JdbcStore.open(url, bot.id(), Settings.defaults(), telegram.clock(), new Random(1));
    shop = new GemShop(bot, store, Gems.in(url), telegram.clock(), 0);
    shop.isBehindTheMenuButton(address());
  }

  @AfterEach
  void close() {
    http.close();
    shop.close();
    store.close();
  }

  @Test
  void a_payment_that_is_told_twice_brings_gems_once_and_a_refund_takes_them_back()
      throws Exception {
    var ann = buyer("Ann");
    var launch = opens(ann);
    telegram.duplicate("successful_payment").once();

    var link = ask("invoice/gems-100", launch).body();
    var charge = ann.pays(link).charge();
    ann.reads("You have 100 gems.");
    assertThat(ask("gems", launch).body()).isEqualTo("100");

    shop.startill().refund(new ChargeId(charge), "bought by mistake");
    ann.waitsFor("her Stars", message -> message.has("refunded_payment"));
    assertThat(ask("gems", launch).body()).isEqualTo("0");
    assertThat(ann.stars()).isEqualTo(500);
  }

  @Test
  void a_link_is_its_buyers_alone() throws Exception {
    var ann = buyer("Ann");
    var boris = buyer("Boris");

    var link = ask("invoice/gems-500", opens(ann)).body();

    assertThat(boris.pays(link).isPaid()).isFalse();
    assertThat(ann.pays(link).isPaid()).isTrue();
    ann.reads("You have 500 gems.");
  }

  @Test
  void nobody_asks_in_anothers_name() throws Exception {
    var ann = buyer("Ann");
    var boris = buyer("Boris");
    var forged = opens(boris).replace(Long.toString(boris.id()), Long.toString(ann.id()));

    assertThat(ask("gems", forged).statusCode()).isEqualTo(403);
    assertThat(ask("invoice/gems-100", "").statusCode()).isEqualTo(403);
    assertThat(ask("gems", "user=%&hash=zz").statusCode()).isEqualTo(403);
    assertThat(ask("invoice/gems-9", opens(boris)).statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_signed_yesterday_is_not_taken_today() throws Exception {
    var launch = opens(buyer("Ann"));
    assertThat(ask("gems", launch).statusCode()).isEqualTo(200);

    telegram.clock().advance(Duration.ofDays(1));

    assertThat(ask("gems", launch).statusCode()).isEqualTo(403);
  }

  @Test
  void the_page_is_there() throws Exception {
    var page = http.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofString());

    assertThat(page.body()).contains("data-product=\"gems-100\"", "openInvoice");
  }

  private Buyer buyer(String name) {
    var buyer = telegram.buyer(name).withStars(500);
    buyer.sends("/start");
    buyer.reads("behind the button");
    return buyer;
  }

  /** Presses the menu button; what the page then has in {@code initData}. */
  private String opens(Buyer buyer) throws IOException, InterruptedException {
    var answer =
        post(
            telegram.url().resolve("/sandbox/users/%d/webapps".formatted(buyer.id())),
            "{\"bot\":%d,\"menu\":true}".formatted(telegram.bot().id()));
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("init_data").getAsString();
  }

  private HttpResponse<String> ask(String path, String initData)
      throws IOException, InterruptedException {
    return post(address().resolve(path), initData);
  }

  private HttpResponse<String> post(URI url, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(shop.port()));
  }
}
