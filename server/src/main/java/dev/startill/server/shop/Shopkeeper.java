package dev.startill.server.shop;

import dev.startill.Startill;
import dev.startill.payment.Answer;
import dev.startill.port.Reply;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.BotApi;
import dev.startill.telegram.http.Incoming;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the {@link Counter} decides. Payments come first: an update goes to Startill before the
 * shop looks at it, and the shop's own words leave on threads of their own. Threads share it.
 */
public final class Shopkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Shopkeeper.class);

  /** Words under way at once. What would be more is left unsaid: who is not answered asks again. */
  private static final int WORDS = 64;

  private final Startill startill;
  private final BotApi api;
  private final Counter counter;
  private final Semaphore words = new Semaphore(WORDS);

  /** A shopkeeper of this shop. */
  public Shopkeeper(Startill startill, BotApi api, Counter counter) {
    this.startill = startill;
    this.api = api;
    this.counter = counter;
  }

  /**
   * Takes in an update. When this returns, what it meant is durable.
   *
   * @throws StoreException if it was not recorded: do not acknowledge it
   */
  public void receive(Incoming incoming) {
    take(incoming).ifPresent(startill::tell);
  }

  /**
   * The same, and leaves it to the caller to tell Telegram what it must hear at once.
   *
   * @throws StoreException if it was not recorded: do not acknowledge it
   */
  public Optional<Answer> take(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Understood understood -> {
        var received = startill.receive(understood.update());
        counter.reactTo(understood.word()).forEach(this::react);
        yield received.answer();
      }
      case Incoming.Unreadable unreadable -> {
        unreadable.tell(LOG);
        yield Optional.empty();
      }
    };
  }

  private void react(Reaction reaction) {
    switch (reaction) {
      case Reaction.Sell sell -> startill.sell(sell.product()).to(sell.buyer()).invoice();
      case Reaction.Say say ->
          aside("A word", () -> api.sendMessage(say.chat(), say.text(), say.keyboard()));
      case Reaction.Nod nod ->
          aside("A nod", () -> api.answerCallbackQuery(nod.callback(), nod.text()));
    }
  }

  private void aside(String what, Supplier<Reply> call) {
    if (!words.tryAcquire()) {
      LOG.warn("{} was left unsaid: {} are under way already.", what, WORDS);
      return;
    }
    Thread.ofVirtual()
        .name("startill-shop")
        .start(
            () -> {
              try {
                if (!(call.get() instanceof Reply.Done)) {
                  LOG.info("{} did not reach its chat.", what);
                }
              } finally {
                words.release();
              }
            });
  }
}
