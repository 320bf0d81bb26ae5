package dev.startill.telegram.http;

import dev.startill.port.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only Telegram and we know, so that nobody else can bring updates. It has no text form.
 * Immutable.
 */
public final class WebhookSecret {
  /** The header in which Telegram brings it. */
  public static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>, secret_token. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private final String value;
  private final byte[] bytes;

  private WebhookSecret(String value) {
    this.value = value;
    this.bytes = value.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a secret.
   *
   * @throws SettingsException if Telegram would not take it; the message does not quote it
   */
  public static WebhookSecret of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new SettingsException(
          "The webhook's secret must be 1 to 256 of A-Z, a-z, 0-9, _ and -.");
    }
    return new WebhookSecret(text);
  }

  /**
   * Whether the header's value is the secret. The time that it takes does not tell how much of it
   * was right. Ask before reading the body.
   */
  public boolean matches(@Nullable String header) {
    return header != null && MessageDigest.isEqual(bytes, header.getBytes(StandardCharsets.UTF_8));
  }

  String value() {
    return value;
  }
}
