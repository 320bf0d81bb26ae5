package dev.startill.benchmarks.telegrambots;

import dev.startill.benchmarks.peer.Goods;
import dev.startill.benchmarks.peer.Payments;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.invoices.SendInvoice;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.api.objects.payments.PreCheckoutQuery;
import org.telegram.telegrambots.meta.api.objects.payments.SuccessfulPayment;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * A shop on the library's long polling. It handles updates where they are consumed, so that they
 * are confirmed afterwards; the library's own consumers hand them to another thread, and what that
 * has in hand is lost if the process dies.
 */
public final class Shop {
  private final TelegramClient telegram;
  private final Payments payments;

  private Shop(TelegramClient telegram, Payments payments) {
    this.telegram = telegram;
    this.payments = payments;
  }

  /** Sells until it is killed. */
  @SuppressWarnings("try") // The library's close() may be interrupted.
  public static void main(String... args) throws Exception {
    var told = System.getenv();
    var token = told.getOrDefault("BOT_TOKEN", "");
    var api = api(told);
    var payments = new Payments(Path.of(told.getOrDefault("DATA", ".")));
    var shop = new Shop(new OkHttpTelegramClient(token, api), payments);
    for (var open : payments.undelivered().entrySet()) {
      shop.deliver(open.getValue(), open.getKey());
    }
    try (var application = new TelegramBotsLongPollingApplication()) {
      application.registerBot(
          token,
          () -> api,
          new DefaultGetUpdatesGenerator(),
          updates -> updates.forEach(shop::handle));
      Thread.currentThread().join();
    }
  }

  private static TelegramUrl api(Map<String, String> told) {
    var url = URI.create(told.getOrDefault("API_ROOT", ""));
    return TelegramUrl.builder()
        .schema(url.getScheme())
        .host(url.getHost())
        .port(url.getPort())
        .testServer(false)
        .build();
  }

  private void handle(Update update) {
    try {
      if (update.hasPreCheckoutQuery()) {
        check(update.getPreCheckoutQuery());
      } else if (update.hasMessage() && update.getMessage().hasSuccessfulPayment()) {
        pay(update.getMessage().getChatId(), update.getMessage().getSuccessfulPayment());
      } else if (update.hasMessage() && "/buy".equals(update.getMessage().getText())) {
        sell(update.getMessage().getChatId());
      }
    } catch (TelegramApiException e) {
      System.err.println(e.getMessage());
    }
  }

  private void sell(long chat) throws TelegramApiException {
    telegram.execute(
        SendInvoice.builder()
            .chatId(chat)
            .title(Goods.TITLE)
            .description(Goods.DESCRIPTION)
            .payload(Goods.PAYLOAD)
            .currency("XTR")
            .price(new LabeledPrice(Goods.TITLE, Goods.PRICE))
            .build());
  }

  private void check(PreCheckoutQuery query) throws TelegramApiException {
    var isSold = query.getInvoicePayload().equals(Goods.PAYLOAD);
    var answer = AnswerPreCheckoutQuery.builder().preCheckoutQueryId(query.getId()).ok(isSold);
    telegram.execute((isSold ? answer : answer.errorMessage("Not sold any more")).build());
  }

  private void pay(long buyer, SuccessfulPayment payment) throws TelegramApiException {
    var charge = payment.getTelegramPaymentChargeId();
    if (payments.record(charge, buyer, payment.getInvoicePayload(), payment.getTotalAmount())) {
      deliver(buyer, charge);
    }
  }

  private void deliver(long buyer, String charge) throws TelegramApiException {
    telegram.execute(SendMessage.builder().chatId(buyer).text(Goods.delivered(charge)).build());
    payments.delivered(charge);
  }
}
