package dev.startill.telegram.http;

import dev.startill.Startill;
import dev.startill.port.Telegram;
import dev.startill.testkit.client.Client;
import dev.startill.testkit.client.ClientContract;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

class HttpClientTest extends ClientContract {
  @Override
  protected Client client(URI api, String token, Duration patience) {
    var settings = HttpSettings.defaults().withPatience(patience).withLimits(0, 0);
    return new OverHttp(HttpBot.at(api, BotToken.of(token), settings));
  }

  @Override
  protected boolean hasLibrary() {
    return false;
  }

  private record OverHttp(HttpBot bot) implements Client {
    @Override
    public Telegram telegram() {
      return bot.telegram();
    }

    @Override
    public Receiving receive(Startill payments, Consumer<Said> others) {
      var polling =
          bot.poll(
              PollingSettings.defaults(),
              incoming -> {
                if (incoming instanceof Incoming.Understood understood
                    && !payments.handle(understood.update())
                    && understood.word() instanceof Incoming.Said said) {
                  others.accept(new Said(said.from(), said.text()));
                }
              });
      return polling::close;
    }

    @Override
    public void close() {
      bot.close();
    }
  }
}
