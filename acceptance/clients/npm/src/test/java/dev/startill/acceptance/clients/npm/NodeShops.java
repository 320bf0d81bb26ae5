package dev.startill.acceptance.clients.npm;

import dev.startill.acceptance.clients.Client;
import dev.startill.acceptance.clients.Shop;
import dev.startill.acceptance.clients.ShopContract;
import dev.startill.acceptance.clients.WebhookShopContract;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;

/** The contracts over shops that are processes; a subclass names the library. */
final class NodeShops {
  private NodeShops() {}

  /** The library's way to poll. */
  abstract static class Polling extends ShopContract {
    private final String library;

    Polling(String library) {
      this.library = library;
    }

    @BeforeAll
    static void install() {
      Workshop.open();
    }

    @Override
    protected Client client() {
      return NodeShops.client(library, Client.Updates.POLLING);
    }

    @Override
    protected Shop open(String baseUrl, String token) throws Exception {
      return NodeShops.open(client(), baseUrl, token, "");
    }
  }

  /** The library's way to be posted to. */
  abstract static class Webhook extends WebhookShopContract {
    private final String library;

    Webhook(String library) {
      this.library = library;
    }

    @BeforeAll
    static void install() {
      Workshop.open();
    }

    @Override
    protected Client client() {
      return NodeShops.client(library, Client.Updates.WEBHOOK);
    }

    @Override
    protected Shop open(String baseUrl, String token) throws Exception {
      return NodeShops.open(client(), baseUrl, token, SECRET);
    }
  }

  private static Client client(String library, Client.Updates updates) {
    return new Client(library, Workshop.version(library), updates);
  }

  private static Shop open(Client client, String baseUrl, String token, String secret)
      throws IOException {
    var mode = client.updates().name().toLowerCase(Locale.ROOT);
    var program = new ProcessBuilder(Workshop.node(), client.name() + "/shop.mjs", mode);
    program.directory(Workshop.open().toFile());
    program.environment().put("BOT_TOKEN", token);
    program.environment().put("API_ROOT", baseUrl);
    program.environment().put("WEBHOOK_SECRET", secret);
    return NodeShop.open(program, client.name() + " " + mode);
  }
}
