package dev.startill.testkit;

import dev.startill.port.Telegram;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link Telegram} must do, whatever it is made of. A subclass only makes one; the tests
 * talk to a {@link ScriptedBotApi} that behaves as badly as they ask.
 */
public abstract class TelegramContract {
  /**
   * What the adapter is made with.
   *
   * @param api where the Bot API is
   * @param token the bot's
   * @param patience how long to wait for an answer before giving up
   * @param perSecond messages to all chats, 0 for no limit
   * @param perChatPerSecond messages to one chat, 0 for no limit
   */
  public record Wiring(
      URI api, String token, Duration patience, int perSecond, int perChatPerSecond) {}

  /** The adapter under test. */
  protected abstract Telegram telegram(Wiring wiring);

  @Nested
  class Outcomes extends TelegramOutcomes {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Calls extends TelegramCalls {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Refunds extends TelegramRefunds {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Statements extends TelegramStatements {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Checkups extends TelegramCheckups {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Throng extends TelegramThrong {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Secrets extends TelegramSecrets {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }

  @Nested
  class Fuzz extends TelegramFuzz {
    @Override
    Telegram telegram(Wiring wiring) {
      return TelegramContract.this.telegram(wiring);
    }
  }
}
