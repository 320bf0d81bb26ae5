package dev.startill.acceptance.clients.npm;

import org.junit.jupiter.api.Nested;

/** grammY, with its defaults. */
class GrammyTest {
  private static final String LIBRARY = "grammy";

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
