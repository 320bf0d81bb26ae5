package dev.startill.acceptance.clients.npm;

import org.junit.jupiter.api.Nested;

/** GramIO, with its defaults. */
class GramioTest {
  private static final String LIBRARY = "gramio";

  /** Its table of updates has none for them yet. */
  private static final boolean SUBSCRIPTIONS = false;

  @Nested
  class Polling extends NodeShops.Polling {
    Polling() {
      super(LIBRARY);
    }

    @Override
    protected boolean subscriptionsReachTheBot() {
      return SUBSCRIPTIONS;
    }
  }

  @Nested
  class Webhook extends NodeShops.Webhook {
    Webhook() {
      super(LIBRARY);
    }

    @Override
    protected boolean subscriptionsReachTheBot() {
      return SUBSCRIPTIONS;
    }
  }
}
