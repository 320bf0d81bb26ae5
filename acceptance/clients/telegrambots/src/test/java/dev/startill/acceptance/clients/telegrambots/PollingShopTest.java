package dev.startill.acceptance.clients.telegrambots;

import dev.startill.acceptance.clients.Client;
import dev.startill.acceptance.clients.Shop;
import dev.startill.acceptance.clients.ShopContract;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.longpolling.util.DefaultLongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The library's long-polling application, with its defaults. */
class PollingShopTest extends ShopContract {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger SESSIONS = Logger.getLogger(BotSession.class.getName());

  @Override
  protected Client client() {
    return new Client(
        "TelegramBots", System.getProperty("client.version", ""), Client.Updates.POLLING);
  }

  @Override
  protected Shop open(String baseUrl, String token) throws Exception {
    SESSIONS.setLevel(Level.WARNING);
    var url = Address.of(baseUrl);
    var shop = new GuideShop(new OkHttpTelegramClient(token, url));
    var application = new TelegramBotsLongPollingApplication();
    application.registerBot(token, () -> url, new DefaultGetUpdatesGenerator(), new Listener(shop));
    return () -> {
      SESSIONS.setLevel(Level.OFF); // an ended session still reports that its last poll was cut off
      try {
        application.unregisterBot(token);
      } catch (TelegramApiException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** A session drops updates whose number it has passed already. */
  @Override
  protected boolean repeatsReachTheBot() {
    return false;
  }

  private static final class Listener extends DefaultLongPollingUpdateConsumer {
    private final GuideShop shop;

    Listener(GuideShop shop) {
      this.shop = shop;
    }

    @Override
    public void consume(Update update) {
      shop.handle(update);
    }
  }
}
