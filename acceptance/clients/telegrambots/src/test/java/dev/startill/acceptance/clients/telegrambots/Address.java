package dev.startill.acceptance.clients.telegrambots;

import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/** A base URL in the library's own words. */
final class Address {
  private Address() {}

  /** The Bot API server at this URL, in its live environment. */
  static TelegramUrl of(String baseUrl) {
    return builder(baseUrl).testServer(false).build();
  }

  /** The same server's test environment. */
  static TelegramUrl testOf(String baseUrl) {
    return builder(baseUrl).testServer(true).build();
  }

  private static TelegramUrl.TelegramUrlBuilder builder(String baseUrl) {
    var url = URI.create(baseUrl);
    return TelegramUrl.builder().schema(url.getScheme()).host(url.getHost()).port(url.getPort());
  }
}
