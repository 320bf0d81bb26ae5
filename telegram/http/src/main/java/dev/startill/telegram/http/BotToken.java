package dev.startill.telegram.http;

import dev.startill.party.BotId;
import dev.startill.port.SettingsException;
import java.util.regex.Pattern;

/**
 * A bot's secret from @BotFather. It has no text form on purpose: only this package can spell it,
 * into the path of a call, so it cannot slip into a log or a message. Immutable.
 */
public final class BotToken {
  /** The server refuses longer ones: {@code Client.cpp} of tdlib/telegram-bot-api, 80 bytes. */
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,15}:[A-Za-z0-9_-]{1,80}");

  /** A shorter secret would also mask ordinary words. */
  private static final int MASKED_ALONE = 8;

  private final BotId id;
  private final String value;
  private final String secret;

  private BotToken(String value) {
    var colon = value.indexOf(':');
    this.id = new BotId(Long.parseLong(value, 0, colon, 10));
    this.value = value;
    this.secret = value.substring(colon + 1);
  }

  /**
   * Reads a token as @BotFather gives it; blanks around it are ignored.
   *
   * @throws SettingsException if it has another form; the message does not quote it
   */
  public static BotToken of(String text) {
    var value = text.strip();
    if (!FORM.matcher(value).matches()) {
      throw new SettingsException(
          "The bot token has not the form 123456789:AbC…: copy it again from @BotFather.");
    }
    return new BotToken(value);
  }

  /** The bot that it belongs to: the number before the colon, no secret. */
  public BotId id() {
    return id;
  }

  /** How a call's path begins. */
  String pathTo(String method) {
    return "/bot" + value + "/" + method;
  }

  /** The same text without the token, in case somebody upstream quoted it. */
  String mask(String text) {
    var masked = text.replace(value, "<token>").replace(value.replace(":", "%3A"), "<token>");
    return secret.length() < MASKED_ALONE ? masked : masked.replace(secret, "<token>");
  }
}
