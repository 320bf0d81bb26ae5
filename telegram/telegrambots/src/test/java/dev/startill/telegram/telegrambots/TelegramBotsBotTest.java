package dev.startill.telegram.telegrambots;

import dev.startill.port.Telegram;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.TelegramContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class TelegramBotsBotTest extends TelegramContract {
  private final List<TelegramBotsBot> bots = new ArrayList<>();

  @Override
  protected Telegram telegram(Wiring wiring) {
    var settings =
        HttpSettings.defaults()
            .withPatience(wiring.patience())
            .withLimits(wiring.perSecond(), wiring.perChatPerSecond());
    var bot = TelegramBotsBot.at(wiring.api(), wiring.token(), settings);
    bots.add(bot);
    return bot.telegram();
  }

  @AfterEach
  void close() {
    bots.forEach(TelegramBotsBot::close);
  }
}
