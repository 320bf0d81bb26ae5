package dev.startill.acceptance.clients.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.utility.BotUtils;
import dev.startill.acceptance.clients.Client;
import dev.startill.acceptance.clients.Shop;
import dev.startill.acceptance.clients.WebhookReceiver;
import dev.startill.acceptance.clients.WebhookShopContract;

/** pengrad's parser behind a web server of one's own, as its README advises. */
class WebhookShopTest extends WebhookShopContract {
  @Override
  protected Client client() {
    return new Client(
        "java-telegram-bot-api", System.getProperty("client.version", ""), Client.Updates.WEBHOOK);
  }

  @Override
  protected Shop open(String baseUrl, String token) throws Exception {
    var bot = new TelegramBot.Builder(token).apiUrl(baseUrl + "/bot").build();
    var shop = new GuideShop(bot);
    var receiver = new WebhookReceiver(SECRET, body -> shop.handle(BotUtils.parseUpdate(body)));
    bot.execute(new SetWebhook().url(receiver.url()).secretToken(SECRET));
    return () -> {
      bot.execute(new DeleteWebhook());
      receiver.close();
      bot.shutdown();
    };
  }

  /** Its Update has no subscription yet. */
  @Override
  protected boolean subscriptionsReachTheBot() {
    return false;
  }
}
