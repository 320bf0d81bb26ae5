package dev.startill.acceptance.clients.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import dev.startill.acceptance.clients.Client;
import dev.startill.acceptance.clients.Shop;
import dev.startill.acceptance.clients.ShopContract;

/** pengrad's updates listener, with its defaults. */
class PollingShopTest extends ShopContract {
  @Override
  protected Client client() {
    return new Client(
        "java-telegram-bot-api", System.getProperty("client.version", ""), Client.Updates.POLLING);
  }

  @Override
  protected Shop open(String baseUrl, String token) {
    var bot = new TelegramBot.Builder(token).apiUrl(baseUrl + "/bot").build();
    var shop = new GuideShop(bot);
    bot.setUpdatesListener(
        updates -> {
          updates.forEach(shop::handle);
          return UpdatesListener.CONFIRMED_UPDATES_ALL;
        });
    return () -> {
      bot.removeGetUpdatesListener();
      bot.shutdown();
    };
  }

  /** Its Update has no subscription yet. */
  @Override
  protected boolean subscriptionsReachTheBot() {
    return false;
  }
}
