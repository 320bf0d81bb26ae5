package dev.startill.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.jdbc.TablePrefix;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.server.config.Config;
import dev.startill.server.config.Config.Offer;
import dev.startill.server.config.Rates;
import dev.startill.server.shop.Reaction.Nod;
import dev.startill.server.shop.Reaction.Say;
import dev.startill.server.shop.Reaction.Sell;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Refunds;
import dev.startill.telegram.http.BotApi.Button;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.Incoming;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterTest {
  private static final BuyerId ANNA = new BuyerId(1001);
  private static final Sell THE_GUIDE = new Sell(new ProductId("guide"), ANNA);

  private final Counter counter = new Counter(shop(), () -> "Shop_Bot");

  @ParameterizedTest
  @ValueSource(
      strings = {"/buy", "/BUY", "/buy@shop_bot", "/buy now", "/start guide", "/start  guide "})
  void a_command_or_a_deep_link_sends_the_invoice(String text) {
    assertThat(said(text)).containsExactly(THE_GUIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/start", "/start@Shop_Bot"})
  void start_greets_and_shows_a_button_for_each_product(String text) {
    assertThat(said(text))
        .containsExactly(
            new Say(
                1001,
                "Hello!",
                List.of(
                    List.of(new Button("The Guide – ⭐ 50", "buy:guide")),
                    List.of(new Button("Code – ⭐ 1", "buy:code")))));
  }

  @Test
  void a_link_to_something_that_is_gone_says_so_and_shows_the_rest() {
    assertThat(((Say) said("/start gone").get(0)).text()).contains("not sold any more", "Hello!");
  }

  @Test
  void paysupport_and_terms_are_answered_by_default() {
    assertThat(((Say) said("/paysupport").get(0)).text()).contains("Telegram's own support");
    assertThat(((Say) said("/terms").get(0)).text()).contains("paid in Telegram Stars");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "/nothing", "/", "/buy@other_bot…", "buy"})
  void anything_else_gets_a_hint(String text) {
    assertThat(((Say) said(text).get(0)).text()).contains("/start");
  }

  @Test
  void a_button_sells_and_its_clock_ends() {
    assertThat(counter.reactTo(new Incoming.Pressed("cb", ANNA, "buy:guide")))
        .containsExactly(THE_GUIDE, new Nod("cb", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "buy:", "buy:gone", "guide", "x"})
  void a_button_of_something_that_is_gone_says_so(String data) {
    assertThat(counter.reactTo(new Incoming.Pressed("cb", ANNA, data)))
        .containsExactly(new Nod("cb", "This is not sold any more. /start shows what is."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/buy", "/buy@shop_bot"})
  void a_group_gets_the_way_to_the_private_chat(String text) {
    assertThat(saidInGroup(text))
        .containsExactly(
            new Say(-5, "The Guide – ⭐ 50\nhttps://t.me/Shop_Bot?start=guide", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/buy@other_bot", "/start", "/paysupport", "hello", "/nothing"})
  void a_group_gets_nothing_else(String text) {
    assertThat(saidInGroup(text)).isEmpty();
  }

  @Test
  void the_menu_lists_the_commands_of_shop_and_products() {
    assertThat(counter.menu())
        .extracting(entry -> entry.name() + ": " + entry.description())
        .containsExactly(
            "start: See what there is",
            "buy: The Guide – ⭐ 50",
            "paysupport: Get help with a purchase",
            "terms: Read the terms of sale");
  }

  private List<Reaction> said(String text) {
    return counter.reactTo(new Incoming.Said(1001, true, ANNA, text));
  }

  private List<Reaction> saidInGroup(String text) {
    return counter.reactTo(new Incoming.Said(-5, false, ANNA, text));
  }

  static Config shop() {
    return new Config(
        new Config.Telegram(
            BotToken.of("42:token"),
            URI.create("http://127.0.0.1:1"),
            new Config.Updates.Polling(),
            0,
            0),
        "jdbc:sqlite:a.db",
        TablePrefix.NONE,
        true,
        new Config.Http(0, "127.0.0.1"),
        Refunds.defaults(),
        Reconciling.defaults(),
        Rates.DEFAULT,
        new Config.Shop(Optional.of("Hello!"), Optional.empty(), Optional.empty()),
        List.of(
            new Offer(
                product("guide", "The Guide", 50, new Delivery.Text("Here.")),
                Optional.of("buy"),
                Optional.empty()),
            new Offer(
                product("code", "Code", 1, new Delivery.Code()),
                Optional.empty(),
                Optional.empty())),
        Config.Node.WHOLE);
  }

  private static Product product(String id, String title, long stars, Delivery delivery) {
    return new Product(new ProductId(id), title, "Good.", new Stars(stars), delivery);
  }
}
