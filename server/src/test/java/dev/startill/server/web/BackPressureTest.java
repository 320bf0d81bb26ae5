package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Payload;
import dev.startill.port.NodeId;
import dev.startill.server.config.Role;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.WebhookSecret;
import dev.startill.testkit.RecordedLog;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More comes in than the disk can take. */
@Timeout(60)
class BackPressureTest {
  private static final BuyerId ANNA = new BuyerId(1001);

  @TempDir Path folder;

  private final Rush rush = new Rush();
  private final RecordingTelegram telegram = new RecordingTelegram();
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
  private JdbcStore store;
  private Web web;
  private String payload;

  @BeforeEach
  void a_shop_whose_queue_is_full() throws Exception {
    store =
        JdbcStore.open(
            "jdbc:sqlite:" + folder.resolve("startill.db"),
            new BotId(42),
            Settings.defaults(),
            InstantSource.system(),
            new Random(7),
            rush);
    var guide =
        new Product(
            new ProductId("guide"), "Guide", "It.", new Stars(50), new Delivery.Text("Here."));
    var startill =
        Startill.over(store, telegram).selling(Catalog.of(guide)).answering(Runnable::run).build();
    web =
        new Web(
            new Web.Listening("127.0.0.1", 0, ""),
            new Health(
                store::stats,
                new Pulse(() -> store.books().cursor(), System::nanoTime),
                () -> new Health.Node(new NodeId("a"), Role.ALL, List.of())),
            Optional.empty(),
            Optional.of(
                new WebhookDoor(
                    "/telegram", WebhookSecret.of("hush"), incoming -> take(startill, incoming))));
    var sold = later(() -> sell(startill));
    rush.isAwaitedBy(1);
    rush.lets(1);
    sold.get(30, TimeUnit.SECONDS);
    payload = payloadOfTheOrder();
    for (var waits = 0; waits < JdbcStore.QUEUE; waits++) {
      store.behind(work -> work.knows(new ChargeId("stx")), known -> {});
    }
  }

  @AfterEach
  void close() {
    web.close();
    store.close();
    waiting.close();
  }

  @Test
  void a_payment_is_sent_away_to_come_again() throws Exception {
    webhook(payment(1)).expect(503).withHeader("Retry-After", "2");

    rush.isOver();

    comesAgainUntilItIsTaken(payment(1));
    assertThat(store.books().charge(new ChargeId("stx_1"))).isPresent();
  }

  @Test
  void a_checkout_goes_before_all_that_waits() throws Exception {
    webhook(payment(1)).expect(503);
    var checkout = later(() -> webhook(checkout()));
    rush.isAwaitedBy(1);

    rush.lets(1);

    checkout.get(30, TimeUnit.SECONDS).expect(200);
    assertThat(telegram.said(Said.Answered.class))
        .extracting(Said.Answered::answer)
        .singleElement()
        .isInstanceOf(Answer.Approve.class);
  }

  @Test
  void a_flood_of_payments_is_said_now_and_then() throws Exception {
    try (var log = RecordedLog.ofEverything()) {
      for (var update = 1; update <= 50; update++) {
        webhook(payment(update)).expect(503);
      }
      assertThat(log.lines()).filteredOn(line -> line.contains("queue is full")).hasSize(1);
    }
  }

  private void comesAgainUntilItIsTaken(String update) throws IOException {
    var tries = 0;
    while (webhook(update).status() == 503) {
      assertThat(++tries).isLessThan(1000);
    }
  }

  private String payloadOfTheOrder() {
    var order = store.books().orders(1, Optional.empty()).getFirst().order().id();
    return new Payload.OfOrder(order).text();
  }

  private <T> Future<T> later(Callable<T> call) {
    return waiting.submit(call);
  }

  private static boolean sell(Startill startill) {
    startill.sell(new ProductId("guide")).to(ANNA).invoice();
    return true;
  }

  private static Optional<Answer> take(Startill startill, Incoming incoming) {
    assertThat(incoming).isInstanceOf(Incoming.Understood.class);
    startill.handle(((Incoming.Understood) incoming).update());
    return Optional.empty();
  }

  private Scenario.Reply webhook(String update) throws IOException {
    return Scenario.post("/telegram", update)
        .header(WebhookSecret.HEADER, "hush")
        .sentTo(web.port());
  }

  private String checkout() {
    return """
    {"update_id":7,"pre_checkout_query":{"id":"77","from":{"id":1001,"is_bot":false,\
    "first_name":"Anna"},"currency":"XTR","total_amount":50,"invoice_payload":"%s"}}\
    """
        .formatted(payload);
  }

  private String payment(int number) {
    return """
    {"update_id":%1$d,"message":{"message_id":1,"from":{"id":1001,"is_bot":false,\
    "first_name":"Anna"},"chat":{"id":1001,"type":"private","first_name":"Anna"},\
    "date":1795000005,"successful_payment":{"currency":"XTR","total_amount":50,\
    "invoice_payload":"%2$s","telegram_payment_charge_id":"stx_%1$d",\
    "provider_payment_charge_id":""}}}\
    """
        .formatted(number, payload);
  }
}
