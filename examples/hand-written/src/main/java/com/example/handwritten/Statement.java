package com.example.handwritten;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.stars.StarTransaction;
import com.pengrad.telegrambot.model.stars.partner.TransactionPartnerUser;
import com.pengrad.telegrambot.request.GetStarTransactions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Telegram's list of Stars now and then, for payments whose update never came. Threads share
 * it.
 */
final class Statement implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statement.class);
  private static final int PAGE = 100;

  private final TelegramBot client;
  private final Books books;
  private final Runnable wake;
  private final Duration every;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  Statement(TelegramBot client, Books books, Runnable wake, Duration every) {
    this.client = client;
    this.books = books;
    this.wake = wake;
    this.every = every;
  }

  void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::readQuietly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever a scheduled task throws ends its schedule, without a word. */
  private void readQuietly() {
    try {
      read();
    } catch (RuntimeException e) {
      LOG.warn("The statement was not read.", e);
    }
  }

  /** Reads on from where it was read to, to its end. */
  synchronized void read() {
    while (true) {
      var line = books.bookmark();
      var answer = client.execute(new GetStarTransactions().offset(line).limit(PAGE));
      if (!answer.isOk()) {
        LOG.warn("Telegram did not show its statement: {}", answer.description());
        return;
      }
      var lines = answer.result().transactions();
      for (var transaction : lines) {
        take(transaction);
      }
      books.bookmark(line + lines.length);
      if (lines.length < PAGE) {
        wake.run();
        return;
      }
    }
  }

  private void take(StarTransaction line) {
    if (line.source() instanceof TransactionPartnerUser payer && payer.invoicePayload() != null) {
      books.paid(line.id(), payer.user().id(), payer.invoicePayload(), line.amount());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
