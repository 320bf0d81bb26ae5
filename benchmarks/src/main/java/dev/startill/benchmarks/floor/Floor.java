package dev.startill.benchmarks.floor;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.HttpClient;
import dev.startill.benchmarks.wire.HttpServer;
import dev.startill.benchmarks.wire.HttpServer.Exchange;
import dev.startill.benchmarks.wire.JsonFields;
import dev.startill.benchmarks.wire.Loop;
import dev.startill.benchmarks.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bot without a database, a library or an order: it appends to a file, makes that durable once
 * for all that came together (fdatasync), and answers then. What a shop does beyond that is
 * measured by its distance from here.
 */
public final class Floor implements AutoCloseable {
  private static final int CONNECTIONS = 256;
  private static final String PRICES =
      "\"prices\":[{\"label\":\"Premium PDF Guide\",\"amount\":50}]";

  private final Loop loop;
  private final HttpClient telegram;
  private final String path;
  private final Journal journal;
  private List<Runnable> afterSync = new ArrayList<>();
  private List<Runnable> running = new ArrayList<>();
  private long offset;

  private Floor(Map<String, String> told) throws IOException {
    loop = Loop.start("floor");
    path = "/bot" + told.get("BOT_TOKEN") + "/";
    telegram = new HttpClient(loop, URI.create(told.get("API_ROOT")).getPort(), CONNECTIONS, "");
    journal = new Journal(Path.of(told.get("DATA"), "journal.txt"));
  }

  /** Sells until it is killed. */
  public static void main(String... args) throws IOException, InterruptedException {
    open(System.getenv()).loop.join();
  }

  /** Begins to sell. */
  static Floor open(Map<String, String> told) throws IOException {
    var floor = new Floor(told);
    floor.loop.execute(() -> floor.loop.afterEachTurn(floor::settle));
    floor.loop.execute(() -> floor.journal.untold().forEach(floor::handOver));
    if ("webhook".equals(told.get("UPDATES"))) {
      var port = Integer.parseInt(told.getOrDefault("WEBHOOK_PORT", "0"));
      HttpServer.listen(floor.loop, port, floor::posted);
      var url = told.getOrDefault("WEBHOOK_URL", "");
      var hook = new Bytes().add("{\"url\":\"").add(url).add("\",\"max_connections\":100}");
      floor.loop.execute(() -> floor.call("setWebhook", hook, response -> {}));
    } else {
      floor.loop.execute(floor::ask);
    }
    return floor;
  }

  @Override
  public void close() {
    loop.close();
  }

  private void ask() {
    var body = new Bytes().add("{\"timeout\":50,\"offset\":").add(offset).add("}");
    call("getUpdates", body, this::told);
  }

  private void told(@Nullable Message response) {
    if (response == null) {
      loop.after(1_000_000, this::ask);
      return;
    }
    response
        .body()
        .get("result")
        .forEach(
            update -> {
              offset = update.number("update_id", 0) + 1;
              take(update, null);
            });
    afterSync.add(this::ask);
  }

  private void posted(Message request, Exchange exchange) {
    take(request.body(), exchange);
  }

  private void take(JsonFields update, @Nullable Exchange exchange) {
    var query = update.get("pre_checkout_query");
    var message = update.get("message");
    var chat = message.get("chat").number("id", 0);
    var payment = message.get("successful_payment");
    if (query.exists()) {
      var id = query.text("id");
      journal.approved(id);
      var body = new Bytes().add("{\"pre_checkout_query_id\":\"").add(id).add("\",\"ok\":true");
      afterSync.add(() -> say("answerPreCheckoutQuery", body, exchange));
    } else if (payment.exists()) {
      var charge = payment.text("telegram_payment_charge_id");
      var isNew = journal.paid(charge, chat);
      afterSync.add(
          () -> {
            acknowledge(exchange);
            if (isNew) {
              handOver(charge, chat);
            }
          });
    } else if (message.text("text").equals("/buy")) {
      var body =
          new Bytes().add("{\"chat_id\":").add(chat).add(",\"title\":\"Premium PDF Guide\",");
      body.add("\"description\":\"A guide\",\"payload\":\"guide\",\"currency\":\"XTR\",");
      body.add(PRICES);
      afterSync.add(() -> say("sendInvoice", body, exchange));
    } else {
      afterSync.add(() -> acknowledge(exchange));
    }
  }

  /** Makes a call, in the reply to a post if there is one. */
  private void say(String method, Bytes open, @Nullable Exchange exchange) {
    if (exchange == null) {
      call(method, open.add("}"), response -> {});
    } else {
      exchange.answer(open.add(",\"method\":\"").add(method).add("\"}"));
    }
  }

  private static void acknowledge(@Nullable Exchange exchange) {
    if (exchange != null) {
      exchange.answer(new Bytes());
    }
  }

  private void handOver(String charge, long chat) {
    var body = new Bytes().add("{\"chat_id\":").add(chat).add(",\"text\":\"Here it is: ");
    body.add("https://shop.example/guide.pdf (order ").add(charge).add(")\"}");
    call(
        "sendMessage",
        body,
        response -> {
          if (response != null && response.status() == 200) {
            journal.told(charge);
          }
        });
  }

  private void call(String method, Bytes body, HttpClient.Receiver receiver) {
    telegram.post(path + method, body, receiver);
  }

  /** What came in this turn is made durable at once; then all of it is answered. */
  private void settle() {
    while (!afterSync.isEmpty()) {
      journal.sync();
      var now = afterSync;
      afterSync = running;
      running = now;
      now.forEach(Runnable::run);
      now.clear();
    }
  }
}
