package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.WebhookSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebTest {
  @TempDir Path folder;

  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(folder);
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  @Test
  void health_tells_why_until_it_is_well() throws IOException {
    kiosk.health.isBad("Telegram said \"no\"\n.");
    Scenario.get("/health")
        .sentTo(kiosk.port())
        .expect(503)
        .with("\"reason\":\"Telegram said \\\"no\\\"\\u000a.\"");
    kiosk.health.isAs(Optional::empty);
    Scenario.get("/health")
        .sentTo(kiosk.port())
        .expect(200)
        .with("\"ok\"")
        .with("\"units\":10,\"commits\":2");
  }

  @Test
  void health_is_bad_while_the_store_is_not_reached_whatever_telegram_says() throws IOException {
    kiosk.isCutOff = true;
    kiosk.health.isAs(Optional::empty);
    Scenario.get("/health")
        .sentTo(kiosk.port())
        .expect(503)
        .with("cannot reach its store")
        .without("db.example");
  }

  @Test
  void health_tells_which_node_it_is_and_who_has_which_duty() throws IOException {
    kiosk.health.isAs(Optional::empty);
    Scenario.get("/health")
        .sentTo(kiosk.port())
        .expect(200)
        .with(
            "\"node\":{\"id\":\"one\",\"roles\":[\"intake\",\"worker\"],\"leases\":"
                + "{\"poller\":{\"holder\":\"other\",\"token\":7,"
                + "\"until\":\"2026-11-22T12:00:06Z\"}}}");
  }

  @Test
  void a_node_without_pages_tells_its_health_alone() throws IOException {
    var where = new Web.Listening("127.0.0.1", 0, "");
    try (var web = new Web(where, kiosk.health, Optional.empty(), Optional.empty())) {
      kiosk.health.isAs(Optional::empty);
      Scenario.get("/health").sentTo(web.port()).expect(200);
      Scenario.get("/").sentTo(web.port()).expect(404);
      Scenario.post("/refund", "").sentTo(web.port()).expect(404);
    }
  }

  @Test
  void pages_ask_for_the_key_and_say_where_it_lies() throws IOException {
    for (var path : List.of("/", "/orders/x", "/?key=wrong", "/nothing", "/?key=")) {
      Scenario.get(path)
          .sentTo(kiosk.port())
          .expect(401)
          .with("operator.key")
          .without(kiosk.key.file().toString())
          .without(kiosk.key.value());
    }
    Scenario.get("/").header("Cookie", "startill_key=wrong").sentTo(kiosk.port()).expect(401);
  }

  @Test
  void the_key_in_the_address_becomes_a_cookie() throws IOException {
    var reply = Scenario.get("/?key=" + kiosk.key.value()).sentTo(kiosk.port()).expect(200);
    assertThat(reply.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    reply.with("No orders yet").without(kiosk.key.value());
    var cookie = reply.header("Set-Cookie").replaceFirst(";.*", "");
    Scenario.get("/").header("Cookie", cookie).sentTo(kiosk.port()).expect(200);
  }

  @Test
  void the_key_is_made_once_and_only_its_owner_may_read_it() throws IOException {
    assertThat(kiosk.key.isNew()).isTrue();
    var again = OperatorKey.in(kiosk.key.file(), new Random(2));
    assertThat(again.isNew()).isFalse();
    assertThat(again.value()).isEqualTo(kiosk.key.value());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kiosk.key.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void an_order_shows_with_its_history_and_everything_escaped() throws IOException {
    var order = kiosk.sells();
    kiosk.page("/").expect(200).with(order.value()).with("&lt;img src=x").without("<img src=x");
    kiosk
        .page("/orders/" + order)
        .expect(200)
        .with("The Stars arrived")
        .with("charge-1")
        .with("datetime=\"2026-11-22T12:00:00Z\"")
        .with("DROP TABLE")
        .without("<img src=x")
        .withHeader("Content-Security-Policy", "default-src 'none'");
  }

  @Test
  void long_lists_are_turned_page_by_page() throws IOException {
    for (var buyer = 1; buyer <= 60; buyer++) {
      kiosk.startill.sell(new ProductId("guide")).to(new BuyerId(buyer)).invoice();
    }
    var first = kiosk.page("/").expect(200);
    var older = first.body().replaceAll("(?s).*href=\"(/\\?before=[^\"]*)\".*", "$1");
    var second = kiosk.page(older).expect(200);
    assertThat(rows(first) + rows(second)).isEqualTo(60);
    second.with("Newest orders").without("Older orders");
  }

  @Test
  void what_is_not_there_is_404() throws IOException {
    for (var path : List.of("/orders/ord_nothing", "/orders/%00", "/orders/", "/nothing")) {
      kiosk.page(path).expect(404).with("There is nothing here");
    }
    kiosk.page("/?before=nonsense").expect(200);
  }

  @Test
  void what_is_neither_read_nor_sent_is_405() throws IOException {
    new Scenario("DELETE", "/", List.of(), "", 0).sentTo(kiosk.port()).expect(405);
  }

  @Test
  void the_webhook_asks_for_its_secret_before_it_reads() throws IOException {
    Scenario.post("/telegram", "{}").claiming(500_000).sentTo(kiosk.port()).expect(401);
    Scenario.post("/telegram", "{}")
        .header(WebhookSecret.HEADER, "wrong")
        .sentTo(kiosk.port())
        .expect(401);
    assertThat(kiosk.received).isEmpty();
  }

  @Test
  void an_update_is_handed_over_and_acknowledged() throws IOException {
    webhook("{\"update_id\":7}").expect(200);
    assertThat(kiosk.received).singleElement().isInstanceOf(Incoming.Understood.class);
  }

  @Test
  void what_cannot_be_read_is_acknowledged_for_it_would_come_again_for_ever() throws IOException {
    for (var body : List.of("", "{", "[]", "null", "\u0000", "[".repeat(100_000))) {
      webhook(body).expect(200);
    }
    assertThat(kiosk.received).hasSize(6).allMatch(Incoming.Unreadable.class::isInstance);
  }

  @Test
  void more_than_a_mebibyte_is_refused() throws IOException {
    Scenario.post("/telegram", "{")
        .claiming(2_000_000)
        .header(WebhookSecret.HEADER, "hush")
        .sentTo(kiosk.port())
        .expect(413);
  }

  @Test
  void an_update_that_was_not_recorded_is_not_acknowledged() throws IOException {
    kiosk.receiver =
        update -> {
          throw new StoreException("The disk is full. Make room.");
        };
    webhook("{\"update_id\":7}").expect(503).withHeader("Retry-After", "2");
  }

  @Test
  void a_taken_port_is_told_with_its_remedy() {
    var where = new Web.Listening("127.0.0.1", kiosk.port(), "Choose another with --port.");
    assertThatThrownBy(() -> new Web(where, kiosk.health, Optional.empty(), Optional.empty()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(Integer.toString(kiosk.port()))
        .hasMessageContaining("--port");
  }

  @Test
  void a_checkout_may_be_answered_in_the_reply() throws IOException {
    var order = new OrderId("ord_00000000000000000000000000");
    kiosk.reply = Optional.of(new Answer.Approve(new CheckoutId("77"), order, true));
    webhook("{\"update_id\":7}")
        .expect(200)
        .withHeader("Content-Type", "application/json")
        .with(
            "{\"method\":\"answerPreCheckoutQuery\",\"pre_checkout_query_id\":\"77\","
                + "\"ok\":true}");
  }

  private Scenario.Reply webhook(String body) throws IOException {
    return Scenario.post("/telegram", body)
        .header(WebhookSecret.HEADER, "hush")
        .sentTo(kiosk.port());
  }

  private static int rows(Scenario.Reply reply) {
    return reply.body().split("<td class=\"id\">", -1).length - 1;
  }
}
