package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.intake.Update;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.server.pages.Pages;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.WebhookSecret;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebTest {
  private static final String NASTY = "<img src=x onerror=alert(1)>'\"";
  private static final BuyerId ANNA = new BuyerId(1001);

  @TempDir Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final InMemoryStore store = new InMemoryStore(clock, Settings.defaults(), new Random(7));
  private final Health health = new Health(() -> new JdbcStore.Stats(10, 2));
  private final List<Incoming> received = new CopyOnWriteArrayList<>();
  private Consumer<Incoming> receiver = received::add;
  private Startill startill;
  private OperatorKey key;
  private Web web;

  @BeforeEach
  void open() {
    var product =
        new Product(
            new ProductId("guide"),
            NASTY,
            "'; DROP TABLE orders; --",
            new Stars(50),
            new Delivery.Text("Here."));
    startill =
        Startill.over(store, new Agreeable())
            .selling(Catalog.of(product))
            .settings(Settings.defaults().asSoleOwner())
            .clock(clock)
            .random(new Random(7))
            .build();
    key = OperatorKey.in(folder.resolve("operator.key"), new Random(1));
    web =
        new Web(
            new Web.Listening("127.0.0.1", 0, ""),
            health,
            site(),
            Optional.of(
                new WebhookDoor(
                    "/telegram", WebhookSecret.of("hush"), update -> receiver.accept(update))));
  }

  @AfterEach
  void close() {
    web.close();
    startill.close();
  }

  @Test
  void health_tells_why_until_it_is_well() throws IOException {
    health.isBad("Telegram said \"no\"\n.");
    Scenario.get("/health")
        .sentTo(web.port())
        .expect(503)
        .with("\"reason\":\"Telegram said \\\"no\\\"\\u000a.\"");
    health.isAs(Optional::empty);
    Scenario.get("/health")
        .sentTo(web.port())
        .expect(200)
        .with("\"ok\"")
        .with("\"units\":10,\"commits\":2");
  }

  @Test
  void pages_ask_for_the_key_and_say_where_it_lies() throws IOException {
    for (var path : List.of("/", "/orders/x", "/?key=wrong", "/nothing", "/?key=")) {
      Scenario.get(path)
          .sentTo(web.port())
          .expect(401)
          .with(key.file().toString())
          .without(key.value());
    }
    Scenario.get("/").header("Cookie", "startill_key=wrong").sentTo(web.port()).expect(401);
  }

  @Test
  void the_key_in_the_address_becomes_a_cookie() throws IOException {
    var reply = Scenario.get("/?key=" + key.value()).sentTo(web.port()).expect(200);
    assertThat(reply.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    reply.with("No orders yet").without(key.value());
    var cookie = reply.header("Set-Cookie").replaceFirst(";.*", "");
    Scenario.get("/").header("Cookie", cookie).sentTo(web.port()).expect(200);
  }

  @Test
  void the_key_is_made_once_and_only_its_owner_may_read_it() throws IOException {
    assertThat(key.isNew()).isTrue();
    var again = OperatorKey.in(key.file(), new Random(2));
    assertThat(again.isNew()).isFalse();
    assertThat(again.value()).isEqualTo(key.value());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void an_order_shows_with_its_history_and_everything_escaped() throws IOException {
    var order = paidOrder();
    page("/").expect(200).with(order.value()).with("&lt;img src=x").without("<img src=x");
    page("/orders/" + order)
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
      startill.sell(new ProductId("guide"), new BuyerId(buyer));
    }
    var first = page("/").expect(200);
    var older = first.body().replaceAll("(?s).*href=\"(/\\?before=[^\"]*)\".*", "$1");
    var second = page(older).expect(200);
    assertThat(rows(first) + rows(second)).isEqualTo(60);
    second.with("Newest orders").without("Older orders");
  }

  @Test
  void what_is_not_there_is_404() throws IOException {
    for (var path : List.of("/orders/ord_nothing", "/orders/%00", "/orders/", "/nothing")) {
      page(path).expect(404).with("There is nothing here");
    }
    page("/?before=nonsense").expect(200);
  }

  @Test
  void what_is_neither_read_nor_sent_is_405() throws IOException {
    new Scenario("DELETE", "/", List.of(), "", 0).sentTo(web.port()).expect(405);
  }

  @Test
  void the_webhook_asks_for_its_secret_before_it_reads() throws IOException {
    Scenario.post("/telegram", "{}").claiming(500_000).sentTo(web.port()).expect(401);
    Scenario.post("/telegram", "{}")
        .header(WebhookSecret.HEADER, "wrong")
        .sentTo(web.port())
        .expect(401);
    assertThat(received).isEmpty();
  }

  @Test
  void an_update_is_handed_over_and_acknowledged() throws IOException {
    webhook("{\"update_id\":7}").expect(200);
    assertThat(received).singleElement().isInstanceOf(Incoming.Understood.class);
  }

  @Test
  void what_cannot_be_read_is_acknowledged_for_it_would_come_again_for_ever() throws IOException {
    for (var body : List.of("", "{", "[]", "null", "\u0000", "[".repeat(100_000))) {
      webhook(body).expect(200);
    }
    assertThat(received).hasSize(6).allMatch(Incoming.Unreadable.class::isInstance);
  }

  @Test
  void more_than_a_mebibyte_is_refused() throws IOException {
    Scenario.post("/telegram", "{")
        .claiming(2_000_000)
        .header(WebhookSecret.HEADER, "hush")
        .sentTo(web.port())
        .expect(413);
  }

  @Test
  void an_update_that_was_not_recorded_is_not_acknowledged() throws IOException {
    receiver =
        update -> {
          throw new StoreException("The disk is full. Make room.");
        };
    webhook("{\"update_id\":7}").expect(503).withHeader("Retry-After", "2");
  }

  @Test
  void a_taken_port_is_told_with_its_remedy() {
    var where = new Web.Listening("127.0.0.1", web.port(), "Choose another with --port.");
    assertThatThrownBy(() -> new Web(where, health, site(), Optional.empty()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(Integer.toString(web.port()))
        .hasMessageContaining("--port");
  }

  private Site site() {
    return new Site(new Pages(store, () -> "@shop_bot", clock), new Actions(startill, store), key);
  }

  private OrderId paidOrder() {
    startill.sell(new ProductId("guide"), ANNA);
    var order = store.orders(1, Optional.empty()).get(0).order().id();
    var payload = "st:" + order;
    startill.handle(new Update.Checkout(new CheckoutId("c1"), ANNA, payload, "XTR", 50));
    startill.handle(
        new Update.Payment(new ChargeId("charge-1"), ANNA, payload, "XTR", 50, clock.instant()));
    return order;
  }

  private Scenario.Reply page(String path) throws IOException {
    return Scenario.get(path).header("Cookie", "startill_key=" + key.value()).sentTo(web.port());
  }

  private Scenario.Reply webhook(String body) throws IOException {
    return Scenario.post("/telegram", body).header(WebhookSecret.HEADER, "hush").sentTo(web.port());
  }

  private static int rows(Scenario.Reply reply) {
    return reply.body().split("<td class=\"id\">", -1).length - 1;
  }
}
