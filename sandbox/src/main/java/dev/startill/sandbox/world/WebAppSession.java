package dev.startill.sandbox.world;

import java.time.Instant;

/**
 * A Mini App that a user has open. The query belongs to answerWebAppQuery and is 0 where Telegram
 * gives none; the start parameter is empty when there is none.
 */
public record WebAppSession(
    long id,
    long bot,
    long user,
    Launch launch,
    String buttonText,
    long query,
    String startParam,
    Instant at) {

  /** From where it was opened, which decides what it may do (core.telegram.org/bots/webapps). */
  public enum Launch {
    /** A web_app button under a message: the Mini App may answer its query. */
    INLINE_BUTTON,
    /** The button beside the text field: likewise. */
    MENU_BUTTON,
    /** A button of a reply keyboard: it learns nothing of the user, and may send data instead. */
    KEYBOARD_BUTTON,
    /** A link as t.me/bot/app: no query. */
    LINK;

    boolean hasQuery() {
      return this == INLINE_BUTTON || this == MENU_BUTTON;
    }
  }
}
