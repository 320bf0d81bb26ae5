package dev.startill.testkit;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.Telegram;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
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
  }

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private int defects;

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
  public URI createInvoiceLink(Invoice invoice) {
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
