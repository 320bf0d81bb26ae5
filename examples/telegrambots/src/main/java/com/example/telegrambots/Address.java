package com.example.telegrambots;

import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/** Where the Bot API is, as TelegramBots takes it. Stateless. */
final class Address {
  private Address() {}

  /** Such as {@code https://api.telegram.org} or {@code http://127.0.0.1:8081}. */
  static TelegramUrl of(String api) {
    var uri = URI.create(api);
    var port = uri.getPort() > 0 ? uri.getPort() : 443;
    return new TelegramUrl(uri.getScheme(), uri.getHost(), port, false);
  }
}
