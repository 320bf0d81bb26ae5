package dev.startill.benchmarks.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PreCheckoutQuery;
import com.pengrad.telegrambot.model.SuccessfulPayment;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.utility.BotUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.startill.benchmarks.peer.Goods;
import dev.startill.benchmarks.peer.Payments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A shop as the library's README has bots: a listener to poll, or its parser behind the JDK's web
 * server. Updates are confirmed when they have been handled.
 */
public final class Shop {
  private final TelegramBot bot;
  private final Payments payments;
  private final String secret;

  private Shop(Map<String, String> told) throws Exception {
    bot =
        new TelegramBot.Builder(told.get("BOT_TOKEN"))
            .apiUrl(told.get("API_ROOT") + "/bot")
            .build();
    payments = new Payments(Path.of(told.getOrDefault("DATA", ".")));
    secret = told.getOrDefault("WEBHOOK_SECRET", "");
  }

  /** Sells until it is killed. */
  public static void main(String... args) throws Exception {
    var told = System.getenv();
    var shop = new Shop(told);
    shop.payments.undelivered().forEach((charge, buyer) -> shop.deliver(buyer, charge));
    if ("webhook".equals(told.get("UPDATES"))) {
      shop.listen(told);
    } else {
      shop.poll();
    }
  }

  private void poll() {
    bot.execute(new DeleteWebhook());
    bot.setUpdatesListener(
        updates -> {
          updates.forEach(this::handle);
          return UpdatesListener.CONFIRMED_UPDATES_ALL;
        });
  }

  private void listen(Map<String, String> told) throws IOException {
    var port = Integer.parseInt(told.getOrDefault("WEBHOOK_PORT", "0"));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/telegram", this::take);
    server.start();
    bot.execute(
        new SetWebhook().url(told.get("WEBHOOK_URL")).secretToken(secret).maxConnections(100));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!secret.equals(
          exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      handle(BotUtils.parseUpdate(body));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void handle(Update update) {
    if (update.preCheckoutQuery() != null) {
      check(update.preCheckoutQuery());
    } else if (update.message() != null && update.message().successfulPayment() != null) {
      pay(update.message().chat().id(), update.message().successfulPayment());
    } else if (update.message() != null) {
      read(update.message());
    }
  }

  private void read(Message message) {
    if ("/buy".equals(message.text())) {
      bot.execute(
          new SendInvoice(
              message.chat().id(),
              Goods.TITLE,
              Goods.DESCRIPTION,
              Goods.PAYLOAD,
              "XTR",
              List.of(new LabeledPrice(Goods.TITLE, Goods.PRICE))));
    }
  }

  private void check(PreCheckoutQuery query) {
    bot.execute(
        query.invoicePayload().equals(Goods.PAYLOAD)
            ? new AnswerPreCheckoutQuery(query.id())
            : new AnswerPreCheckoutQuery(query.id(), "Not sold any more"));
  }

  private void pay(long buyer, SuccessfulPayment payment) {
    var charge = payment.telegramPaymentChargeId();
    if (payments.record(charge, buyer, payment.invoicePayload(), payment.totalAmount())) {
      deliver(buyer, charge);
    }
  }

  private void deliver(long buyer, String charge) {
    if (bot.execute(new SendMessage(buyer, Goods.delivered(charge))).isOk()) {
      payments.delivered(charge);
    }
  }
}
