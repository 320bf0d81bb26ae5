package dev.startill.acceptance.clients.telegrambots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.startill.acceptance.clients.Client;
import dev.startill.acceptance.clients.Shop;
import dev.startill.acceptance.clients.WebhookReceiver;
import dev.startill.acceptance.clients.WebhookShopContract;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The library's Update behind a web server of one's own: its telegrambots-webhook module is not
 * published for this version.
 */
class WebhookShopTest extends WebhookShopContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected Client client() {
    return new Client(
        "TelegramBots", System.getProperty("client.version", ""), Client.Updates.WEBHOOK);
  }

  @Override
  protected Shop open(String baseUrl, String token) throws Exception {
    var client = new OkHttpTelegramClient(token, Address.of(baseUrl));
    var shop = new GuideShop(client);
    var receiver = new WebhookReceiver(SECRET, body -> shop.handle(parsed(body)));
    client.execute(SetWebhook.builder().url(receiver.url()).secretToken(SECRET).build());
    return () -> {
      try (receiver) {
        client.execute(new DeleteWebhook());
      } catch (TelegramApiException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Update parsed(String body) {
    try {
      return JSON.readValue(body, Update.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no update: " + body, e);
    }
  }
}
