package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.GetUpdates;
import dev.startill.Startill;
import dev.startill.party.BuyerId;
import dev.startill.port.Telegram;
import dev.startill.testkit.client.Client;
import java.util.function.Consumer;

/**
 * A bot as the contract drives it.
 *
 * @param bot which
 * @param byItsOwnPoller whether the library's own poller asks for updates
 */
record OverPengrad(PengradBot bot, boolean byItsOwnPoller) implements Client {
  @Override
  public Telegram telegram() {
    return bot.telegram();
  }

  @Override
  public Receiving receive(Startill payments, Consumer<Said> others) {
    Consumer<Update> told = update -> tell(update, others);
    if (byItsOwnPoller) {
      var listener = bot.listener(payments, told);
      bot.client().setUpdatesListener(listener, new GetUpdates().timeout(5));
      return listener::close;
    }
    return bot.poll(payments, told)::close;
  }

  @Override
  public void close() {
    bot.close();
  }

  private static void tell(Update update, Consumer<Said> others) {
    var message = update.message();
    if (message != null && message.text() != null) {
      others.accept(new Said(new BuyerId(message.from().id()), message.text()));
    }
  }
}
