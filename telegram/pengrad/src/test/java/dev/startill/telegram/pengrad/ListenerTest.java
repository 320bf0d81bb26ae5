package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.testkit.client.Client;
import dev.startill.testkit.client.ClientContract;
import java.net.URI;
import java.time.Duration;

/** Over the bot's own client as the library makes it, with the library's own poller. */
class ListenerTest extends ClientContract {
  @Override
  protected Client client(URI api, String token, Duration patience) {
    var settings = HttpSettings.defaults().withPatience(patience).withLimits(0, 0);
    var client = new TelegramBot.Builder(token).apiUrl(api + "/bot").build();
    return new OverPengrad(PengradBot.over(client, settings), true);
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
