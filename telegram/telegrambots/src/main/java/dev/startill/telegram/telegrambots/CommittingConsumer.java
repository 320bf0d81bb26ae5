package dev.startill.telegram.telegrambots;

import dev.startill.Startill;
import dev.startill.telegram.http.Batches;
import dev.startill.telegram.http.PaymentsFirst;
import java.util.List;
import java.util.function.Consumer;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * For the poller of {@code telegrambots-longpolling}: {@code application.registerBot(token, new
 * CommittingConsumer(bot, startill, yours))}. Payments get each update first, your code what is
 * none of theirs, updates of one chat one after the other, on virtual threads.
 *
 * <p>The library counts a batch as received before it hands it over, but tells Telegram so only
 * when it asks again, and it does not ask before the consumer has returned. So this one returns
 * when all of the batch is done. Nothing is asked for meanwhile, and a checkout may wait for the
 * slowest of your handlers: prefer {@link TelegramBotsBot#poll}.
 */
public final class CommittingConsumer implements LongPollingUpdateConsumer {
  private final Batches<Update> batches;

  /**
   * Takes in updates of this bot. Warns if Telegram was told to bring no payments.
   *
   * @throws dev.startill.port.SettingsException if a webhook is set, which the library would delete
   *     without a word, or Telegram does not know the token
   */
  public CommittingConsumer(TelegramBotsBot bot, Startill payments, Consumer<Update> others) {
    bot.requirePollableByLibrary();
    this.batches =
        new Batches<>(
            update -> TelegramBotsUpdates.typed(update).read(),
            new PaymentsFirst<>(payments::handle, others));
  }

  /**
   * Takes in a batch.
   *
   * @throws IllegalStateException if it was closed before all was done. The library's poller ends
   *     with that, which is well: asking on would acknowledge the rest.
   */
  @Override
  public void consume(List<Update> updates) {
    if (batches.takeIn(updates) < updates.size()) {
      throw new IllegalStateException(
          "The consumer was closed before all updates were done; they come again.");
    }
  }

  /** Waits for nothing more: what is not done comes again to whoever asks next. */
  @Override
  public void close() {
    batches.close();
  }
}
