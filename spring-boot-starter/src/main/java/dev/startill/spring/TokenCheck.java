package dev.startill.spring;

import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram a small question while the application starts: a token that is wrong shall not be
 * found out by the first buyer. An application whose Telegram is away comes up all the same.
 * Threads share it.
 */
final class TokenCheck {
  private static final Logger log = LoggerFactory.getLogger(TokenCheck.class);

  private final Inquiry<Long> balance;

  /** Begins to ask. */
  TokenCheck(Telegram telegram) {
    this.balance = new Inquiry<>(telegram::balance);
  }

  /**
   * Waits for the answer, within bounds.
   *
   * @throws MisconfiguredException if Telegram refuses the token
   */
  void await() {
    try {
      balance.answer().ifPresent(nanostars -> log.debug("The bot has {} nanostars.", nanostars));
    } catch (TelegramException e) {
      if (e.reply().isTokenWrong()) {
        throw new MisconfiguredException(
            "Telegram refuses the bot: " + e.getMessage(),
            "Take the current token from @BotFather and set startill.telegram.token to it. Where"
                + " the Bot API is your own, see that startill.telegram.api-url leads there.");
      }
      log.warn("{} Payments wait until it does.", e.getMessage());
    } catch (RuntimeException e) {
      // A Telegram of the application's own may throw anything; it is not for us to end its start.
      log.warn("Telegram could not be asked at the start", e);
    }
  }
}
