package dev.startill.server.config;

import dev.startill.port.SettingsException;
import dev.startill.server.config.Config.Telegram;
import dev.startill.server.config.Config.Updates;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.WebhookSecret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code telegram:}. For one thread, once. */
final class TelegramReader {
  static final URI TELEGRAM = URI.create("https://api.telegram.org");

  /** Telegram's broadcast limit for free messages: https://core.telegram.org/bots/faq. */
  static final int PER_SECOND = 30;

  /** Telegram's advice for one chat: https://core.telegram.org/bots/faq. */
  static final int PER_CHAT_PER_SECOND = 1;

  /** Ours; a webhook there would hide them. */
  private static final Set<String> TAKEN_PATHS =
      Set.of(
          "",
          "/",
          "/health",
          "/style.css",
          "/icon.svg",
          "/outbox",
          "/refund",
          "/money",
          "/money.csv");

  private final Section section;

  TelegramReader(Section section) {
    this.section = section;
  }

  Optional<Telegram> read() {
    var token = token();
    var api =
        section
            .value("api-url", "STARTILL_API_URL")
            .flatMap(url -> url.url("Write " + TELEGRAM + ", or where your own Bot API server is."))
            .orElse(TELEGRAM);
    var updates = updates(api);
    var limits = section.section("limits");
    var perSecond = limit(limits, "per-second", PER_SECOND);
    var perChat = limit(limits, "per-chat-per-second", PER_CHAT_PER_SECOND);
    limits.nothingElse();
    section.nothingElse();
    return token.map(t -> new Telegram(t, withoutSlash(api), updates, perSecond, perChat));
  }

  private Optional<BotToken> token() {
    var setting = section.value("token", "BOT_TOKEN");
    if (setting.isEmpty()) {
      section.missing(
          "token", "Get one from @BotFather and set the variable BOT_TOKEN, or write it here.");
    }
    return setting.flatMap(
        token ->
            token
                .text()
                .flatMap(
                    text ->
                        made(
                            () -> BotToken.of(text),
                            token,
                            "does not look like a bot's token.",
                            "Copy it again from @BotFather: a number, a colon, letters and"
                                + " digits.")));
  }

  private Updates updates(URI api) {
    var how = section.value("updates");
    var kind = how.flatMap(Setting::text).orElse("polling");
    var webhook = section.section("webhook");
    return switch (kind) {
      case "polling" -> {
        webhook.value("url");
        webhook.value("secret");
        webhook.value("answer-in-reply");
        webhook.nothingElse();
        yield new Updates.Polling();
      }
      case "webhook" -> webhook(webhook, api);
      default -> {
        how.ifPresent(
            setting ->
                setting.problem("is " + setting.quoted() + ".", "Write 'polling' or 'webhook'."));
        yield new Updates.Polling();
      }
    };
  }

  private Updates webhook(Section webhook, URI api) {
    if (!webhook.has("url")) {
      webhook.missing("url", "Write where Telegram reaches this server, or 'updates: polling'.");
    }
    if (!webhook.has("secret")) {
      webhook.missing("secret", "Write 'secret: ${WEBHOOK_SECRET}' and set it to something long.");
    }
    var url = webhook.value("url").flatMap(setting -> webhookUrl(setting, api));
    var secret = webhook.value("secret").flatMap(TelegramReader::secret);
    var inReply = webhook.value("answer-in-reply").flatMap(Setting::truth).orElse(true);
    webhook.nothingElse();
    return url.isPresent() && secret.isPresent()
        ? new Updates.Webhook(url.get(), secret.get(), inReply)
        : new Updates.Polling();
  }

  private static Optional<URI> webhookUrl(Setting setting, URI api) {
    var url = setting.url("Write one such as https://shop.example/telegram.");
    if (url.isEmpty()) {
      return url;
    }
    var path = url.get().getPath();
    if (TAKEN_PATHS.contains(path) || path.startsWith("/orders") || path.startsWith("/cases")) {
      setting.problem(
          "has the path '" + path + "', which is ours.",
          "Give it one of its own, such as https://shop.example/telegram.");
    }
    if (TELEGRAM.getHost().equals(api.getHost()) && !"https".equals(url.get().getScheme())) {
      setting.problem("is not https.", "Telegram calls no other: put a TLS proxy before us.");
    }
    return url;
  }

  private static Optional<WebhookSecret> secret(Setting setting) {
    return setting
        .text()
        .flatMap(
            text ->
                made(
                    () -> WebhookSecret.of(text),
                    setting,
                    "has a character that Telegram does not take, or more than 256.",
                    "Use letters, digits, '_' and '-' alone."));
  }

  private static <T> Optional<T> made(
      Supplier<T> maker, Setting setting, String what, String remedy) {
    try {
      return Optional.of(maker.get());
    } catch (SettingsException e) {
      setting.problem(what, remedy);
      return Optional.empty();
    }
  }

  private static int limit(Section limits, String key, int usual) {
    return limits
        .value(key)
        .flatMap(
            setting -> setting.whole(0, 10_000, "Write a whole number; 0 turns this limit off."))
        .map(Long::intValue)
        .orElse(usual);
  }

  private static URI withoutSlash(URI api) {
    var text = api.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : api;
  }
}
