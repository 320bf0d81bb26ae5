package dev.startill.telegram.telegrambots;

import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.client.Client;
import dev.startill.testkit.client.ClientContract;
import java.net.URI;
import java.time.Duration;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

/** Over the bot's own client as the library makes it, with the library's own poller. */
class ConsumerTest extends ClientContract {
  @Override
  protected Client client(URI api, String token, Duration patience) {
    var settings = HttpSettings.defaults().withPatience(patience).withLimits(0, 0);
    var own = new OverTelegramBots.Own(true, api, token);
    var client = new OkHttpTelegramClient(token, own.url());
    return new OverTelegramBots(TelegramBotsBot.over(client, token, settings), own);
  }

  @Override
  protected boolean sendsAgain() {
    return true;
  }

  @Override
  protected boolean asksOn() {
    return false;
  }
}
