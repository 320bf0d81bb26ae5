package com.example.handwritten;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the books say, on a thread of its own, until Telegram took it. If the process dies
 * between Telegram's yes and the mark, that one letter is sent again. For one start and one end.
 */
final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final TelegramBot client;
  private final Books books;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("outbox").unstarted(this::send);

  Outbox(TelegramBot client, Books books) {
    this.client = client;
    this.books = books;
  }

  void start() {
    thread.start();
  }

  void wake() {
    work.release();
  }

  private void send() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        books.due(Instant.now()).forEach(this::send);
        var woken = work.tryAcquire(1, TimeUnit.SECONDS);
        if (woken) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("The outbox goes on in a second.", e);
      }
    }
  }

  private void send(Letter letter) {
    try {
      record(letter, said(letter));
    } catch (RuntimeException e) {
      // The library throws for a broken connection: nobody knows whether it arrived.
      postpone(letter, pause(letter.attempts()));
    }
  }

  private BaseResponse said(Letter letter) {
    return switch (letter.kind()) {
      case INVOICE ->
          client.execute(
              new SendInvoice(
                  letter.buyer(),
                  Guide.TITLE,
                  Guide.DESCRIPTION,
                  letter.order(),
                  "XTR",
                  List.of(new LabeledPrice(Guide.TITLE, Guide.STARS))));
      case GUIDE ->
          client.execute(
              new SendDocument(letter.buyer(), new File(Guide.FILE))
                  .caption("Order " + letter.order()));
    };
  }

  private void record(Letter letter, BaseResponse answer) {
    if (answer.isOk()) {
      books.end(letter, "sent");
      return;
    }
    var asked = answer.parameters() == null ? null : answer.parameters().retryAfter();
    switch (answer.errorCode()) {
      case 403 -> books.end(letter, "parked");
      case 400 -> {
        LOG.error("Letter {} is dead: {}", letter, answer.description());
        books.end(letter, "dead");
      }
      default ->
          postpone(letter, asked == null ? pause(letter.attempts()) : Duration.ofSeconds(asked));
    }
  }

  private void postpone(Letter letter, Duration pause) {
    LOG.warn("Letter {} is sent again in {}.", letter, pause);
    books.postpone(letter, Instant.now().plus(pause));
  }

  private static Duration pause(int attempts) {
    var pause = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
