package dev.startill.testkit;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Telegram that writes down what it is told, and answers as it was told to. Threads share it. */
public final class RecordingTelegram implements Telegram {
  /** Something that was said to Telegram. */
  public sealed interface Said {
    /**
     * A checkout's answer.
     *
     * @param answer as it was given
     */
    record Answered(Answer answer) implements Said {}

    /**
     * An invoice in a chat.
     *
     * @param buyer whose chat
     * @param invoice which
     */
    record Invoiced(BuyerId buyer, Invoice invoice) implements Said {}

    /**
     * A text in a chat.
     *
     * @param buyer whose chat
     * @param text which
     */
    record Wrote(BuyerId buyer, String text) implements Said {}

    /**
     * A document in a chat.
     *
     * @param buyer whose chat
     * @param file which
     * @param caption below it
     */
    record SentFile(BuyerId buyer, Delivery.File file, String caption) implements Said {}

    /**
     * A refund.
     *
     * @param buyer to whom
     * @param charge which
     */
    record Refunded(BuyerId buyer, ChargeId charge) implements Said {}
  }

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<StatementLine> statement = new ArrayList<>();
  private OptionalLong balance = OptionalLong.empty();
  private boolean silent;
  private boolean withheld;
  private int defects;

  /** The statement has these lines, too. */
  public synchronized RecordingTelegram stating(StatementLine... lines) {
    statement.addAll(List.of(lines));
    return this;
  }

  /** The statement has only its oldest lines any more. */
  public synchronized RecordingTelegram forgetting(int newest) {
    statement.subList(statement.size() - newest, statement.size()).clear();
    return this;
  }

  /** Telegram holds this much, whatever the statement says. */
  public synchronized RecordingTelegram holding(long nanostars) {
    balance = OptionalLong.of(nanostars);
    return this;
  }

  /** The balance cannot be asked for, or can again; the statement can. */
  public synchronized RecordingTelegram withholding(boolean isWithheld) {
    withheld = isWithheld;
    return this;
  }

  /** The statement, the balance and links cannot be asked for, or can again. */
  public synchronized RecordingTelegram silent(boolean isSilent) {
    silent = isSilent;
    return this;
  }

  /** The next calls get these replies, one each; all others are done. */
  public synchronized RecordingTelegram replying(Reply... next) {
    replies.addAll(List.of(next));
    return this;
  }

  /** The next calls throw, as an adapter with a defect would. */
  public synchronized RecordingTelegram breaking(int calls) {
    defects = calls;
    return this;
  }

  /** All that was said, oldest first. */
  public List<Said> said() {
    return List.copyOf(said);
  }

  /** All of one kind, oldest first. */
  public <T extends Said> List<T> said(Class<T> kind) {
    return said.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public Reply answer(Answer answer) {
    return record(new Said.Answered(answer));
  }

  @Override
  public Reply sendInvoice(BuyerId buyer, Invoice invoice) {
    return record(new Said.Invoiced(buyer, invoice));
  }

  @Override
  public synchronized URI createInvoiceLink(Invoice invoice) {
    requireConnected();
    return URI.create("https://t.me/$" + invoice.payload().text().hashCode());
  }

  @Override
  public Reply sendText(BuyerId buyer, String text) {
    return record(new Said.Wrote(buyer, text));
  }

  @Override
  public Reply sendFile(BuyerId buyer, Delivery.File file, String caption) {
    return record(new Said.SentFile(buyer, file, caption));
  }

  @Override
  public Reply refund(BuyerId buyer, ChargeId charge) {
    return record(new Said.Refunded(buyer, charge));
  }

  @Override
  public synchronized List<StatementLine> statement(long offset, int limit) {
    requireConnected();
    return statement.stream().skip(offset).limit(limit).toList();
  }

  @Override
  public synchronized long balance() {
    requireConnected();
    if (withheld) {
      throw new TelegramException("The balance is not told.", new Reply.Unsent("withheld"));
    }
    return balance.orElseGet(
        () ->
            statement.stream()
                .mapToLong(l -> l.way() == StatementLine.Way.CAME ? l.nanostars() : -l.nanostars())
                .sum());
  }

  private void requireConnected() {
    if (silent) {
      throw new TelegramException("Telegram is silent.", new Reply.Unsent("silence"));
    }
  }

  private synchronized Reply record(Said words) {
    said.add(words);
    if (defects > 0) {
      defects--;
      throw new IllegalStateException("a defect");
    }
    var reply = replies.poll();
    return reply == null ? new Reply.Done() : reply;
  }
}
