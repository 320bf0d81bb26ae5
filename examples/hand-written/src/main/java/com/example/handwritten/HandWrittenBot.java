package com.example.handwritten;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PreCheckoutQuery;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.SendMessage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells a PDF for 50 Stars: {@code /buy} brings the invoice, and whoever pays it gets the file. An
 * update is acknowledged when what it means is in the database, and all that is sent is sent from
 * there.
 */
public final class HandWrittenBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HandWrittenBot.class);

  private final TelegramBot client;
  private final Books books;
  private final Outbox outbox;
  private final Statement statement;

  HandWrittenBot(TelegramBot client, Books books, Duration statementEvery) {
    this.client = client;
    this.books = books;
    this.outbox = new Outbox(client, books);
    this.statement = new Statement(client, books, outbox::wake, statementEvery);
    outbox.start();
    statement.start();
    client.setUpdatesListener(this::take);
  }

  /** Runs until it is ended. */
  public static void main(String[] args) {
    var api = System.getenv().getOrDefault("BOT_API", "https://api.telegram.org");
    var token = System.getenv("BOT_TOKEN");
    var client = new TelegramBot.Builder(token).apiUrl(api + "/bot").build();
    var books = Books.open("jdbc:sqlite:guide.db");
    var unused = new HandWrittenBot(client, books, Duration.ofMinutes(1));
  }

  /**
   * Checkouts first: Telegram waits ten seconds for them. Whatever is thrown would end the poll.
   */
  private int take(List<Update> updates) {
    for (var update : updates) {
      if (update.preCheckoutQuery() != null) {
        answer(update.preCheckoutQuery());
      }
    }
    var done = UpdatesListener.CONFIRMED_UPDATES_NONE;
    for (var update : updates) {
      if (update.message() != null && !isTaken(update.message())) {
        return done;
      }
      done = update.updateId();
    }
    return UpdatesListener.CONFIRMED_UPDATES_ALL;
  }

  private void answer(PreCheckoutQuery query) {
    try {
      var refusal =
          books.refusal(
              query.invoicePayload(), query.from().id(), query.currency(), query.totalAmount());
      client.execute(
          refusal.isEmpty()
              ? new AnswerPreCheckoutQuery(query.id())
              : new AnswerPreCheckoutQuery(query.id(), refusal));
    } catch (RuntimeException e) {
      LOG.warn("Checkout {} got no answer: the buyer cannot pay this time.", query.id(), e);
    }
  }

  /** Whether it may be acknowledged: a payment not before it is in the database. */
  private boolean isTaken(Message message) {
    var payment = message.successfulPayment();
    try {
      if (payment != null) {
        books.paid(
            payment.telegramPaymentChargeId(),
            message.from().id(),
            payment.invoicePayload(),
            payment.totalAmount());
        outbox.wake();
      } else if (message.text() != null && message.chat().type() == Chat.Type.Private) {
        answer(message);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Update of message {} failed.", message.messageId(), e);
      return payment == null;
    }
  }

  private void answer(Message message) {
    books.release(message.from().id());
    switch (message.text()) {
      case "/buy" -> books.order(message.from().id());
      case "/terms" -> say(message.chat().id(), "The guide is yours to read, not to sell.");
      case "/paysupport" -> say(message.chat().id(), "Write to shop@example.com.");
      default -> say(message.chat().id(), "I sell one guide: /buy");
    }
    outbox.wake();
  }

  private void say(long chat, String text) {
    client.execute(new SendMessage(chat, text));
  }

  Statement statement() {
    return statement;
  }

  @Override
  public void close() {
    client.removeGetUpdatesListener();
    statement.close();
    outbox.close();
  }
}
