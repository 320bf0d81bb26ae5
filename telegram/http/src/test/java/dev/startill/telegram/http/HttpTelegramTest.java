package dev.startill.telegram.http;

import dev.startill.port.Telegram;
import dev.startill.testkit.TelegramContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpTelegramTest extends TelegramContract {
  private final List<HttpBot> bots = new ArrayList<>();

  @Override
  protected Telegram telegram(Wiring wiring) {
    var settings =
        HttpSettings.defaults()
            .withPatience(wiring.patience())
            .withLimits(wiring.perSecond(), wiring.perChatPerSecond());
    var bot = HttpBot.at(wiring.api(), BotToken.of(wiring.token()), settings);
    bots.add(bot);
    return bot.telegram();
  }

  @AfterEach
  void close() {
    bots.forEach(HttpBot::close);
  }
}
