package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Update;
import dev.startill.telegram.http.Batches;
import dev.startill.telegram.http.Incoming;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Takes in what the library's own poller brings, and lets it acknowledge only what is done. It
 * never throws: the poller would ask for nothing any more, without a word. Made by {@link
 * PengradBot#listener}.
 */
final class CommittingListener implements ClosableListener {
  private final TelegramBot client;
  private final Batches<Update> batches;

  CommittingListener(TelegramBot client, BiConsumer<Incoming, Update> handler) {
    this.client = client;
    this.batches = new Batches<>(update -> PengradUpdates.typed(update).read(), handler);
  }

  @Override
  public int process(List<Update> updates) {
    var done = batches.takeIn(updates);
    if (done == updates.size()) {
      return CONFIRMED_UPDATES_ALL;
    }
    return done == 0 ? CONFIRMED_UPDATES_NONE : updates.get(done - 1).updateId();
  }

  @Override
  public void close() {
    client.removeGetUpdatesListener();
    batches.close();
  }
}
