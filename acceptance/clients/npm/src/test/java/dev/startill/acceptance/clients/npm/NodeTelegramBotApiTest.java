package dev.startill.acceptance.clients.npm;

import org.junit.jupiter.api.Nested;

/** node-telegram-bot-api, with its defaults. */
class NodeTelegramBotApiTest {
  private static final String LIBRARY = "node-telegram-bot-api";

  @Nested
  class Polling extends NodeShops.Polling {
    Polling() {
      super(LIBRARY);
    }
  }

  @Nested
  class Webhook extends NodeShops.Webhook {
    Webhook() {
      super(LIBRARY);
    }
  }
}
