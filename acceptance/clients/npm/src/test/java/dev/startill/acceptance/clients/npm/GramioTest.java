package dev.startill.acceptance.clients.npm;

import org.junit.jupiter.api.Nested;

/** GramIO, with its defaults. */
class GramioTest {
  private static final String LIBRARY = "gramio";

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
