package dev.startill.spring;

import dev.startill.port.Checkup.Route;
import dev.startill.telegram.http.WebhookSecret;
import java.net.URI;

/**
 * Where Telegram brings updates to. Immutable.
 *
 * @param url as Telegram knows it
 * @param path as this application serves it
 * @param secret what Telegram says with each update
 */
record WebhookPlace(URI url, String path, WebhookSecret secret) {
  private static final String TELEGRAM = "api.telegram.org";

  /**
   * As the properties have it.
   *
   * @throws MisconfiguredException if something is missing
   */
  static WebhookPlace of(StartillProperties.Telegram telegram) {
    var webhook = telegram.webhook();
    if (webhook.url() == null) {
      throw new MisconfiguredException(
          "startill.telegram.updates is webhook, but startill.telegram.webhook.url is not set.",
          "Set it to where Telegram reaches this application, such as"
              + " https://shop.example/telegram.");
    }
    if (webhook.secret() == null) {
      throw new MisconfiguredException(
          "startill.telegram.webhook.secret is not set: anybody could bring updates.",
          "Set it to something long, made of letters, digits, '_' and '-', for instance to"
              + " ${WEBHOOK_SECRET}.");
    }
    if (TELEGRAM.equals(telegram.apiUrl().getHost())
        && !"https".equals(webhook.url().getScheme())) {
      throw new MisconfiguredException(
          "startill.telegram.webhook.url is not https.",
          "Telegram calls no other: put a TLS proxy before this application.");
    }
    var path = webhook.path() == null ? webhook.url().getPath() : webhook.path();
    if (path.length() < 2) {
      throw new MisconfiguredException(
          "startill.telegram.webhook.url has no path of its own.",
          "Give it one, such as https://shop.example/telegram.");
    }
    return new WebhookPlace(webhook.url(), path, WebhookSecret.of(webhook.secret()));
  }

  /** A path is often a secret. */
  @Override
  public String toString() {
    return "WebhookPlace[host=%s]".formatted(Route.hostOf(url.toString()));
  }
}
