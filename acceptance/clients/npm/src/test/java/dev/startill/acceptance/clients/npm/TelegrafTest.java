package dev.startill.acceptance.clients.npm;

import org.junit.jupiter.api.Nested;

/** Telegraf, with its defaults. */
class TelegrafTest {
  private static final String LIBRARY = "telegraf";

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
