package dev.startill.port;

import dev.startill.party.BotId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a doctor asks of Telegram, beyond what payments do. Nothing of it changes anything there, or
 * acknowledges an update. Blocking; threads share it.
 */
public interface Checkup {
  /** Where the Bot API is asked, such as {@code api.telegram.org:443}. Without a token. */
  String place();

  /**
   * Who the bot is, by {@code getMe}.
   *
   * @throws TelegramException if Telegram did not say
   */
  Identity identity();

  /**
   * How updates come, by {@code getWebhookInfo}.
   *
   * @throws TelegramException if Telegram did not say
   */
  Route route();

  /**
   * The commands that a private chat's menu shows, by {@code getMyCommands}, without their slashes.
   *
   * @throws TelegramException if Telegram did not say
   */
  Set<String> commands();

  /** What this process's own asking for updates meets, as far as this adapter does it. */
  Asking asking();

  /**
   * Asks for updates as long as this and sees whether somebody else's asking ends ours: Telegram
   * lets one wait at a time, and the newer one wins (409). The other one meets that too, once; so
   * this is not for a bot that one polls oneself at that moment. What waits is not acknowledged.
   *
   * @return whether somebody else asks; false also where updates came meanwhile, which ends it
   */
  boolean isPolledElsewhere(Duration patience);

  /**
   * A bot, as {@code getMe} tells of it.
   *
   * @param id its number
   * @param name its {@code @name}, or its first name
   * @param hasTopics whether private chats with it have topics, {@code has_topics_enabled}
   * @param toldAt what Telegram's clock said as it answered, where the adapter sees it: the head's
   *     {@code Date}, in whole seconds
   */
  record Identity(BotId id, String name, boolean hasTopics, Optional<Instant> toldAt) {}

  /**
   * How updates come: <a href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>.
   *
   * @param url where to; empty where they are asked for
   * @param hasCertificate whether somebody uploaded a certificate for it
   * @param address the address that its host is taken to have, or empty
   * @param pending how many wait to be taken
   * @param lastError when bringing one failed last, if it ever did
   * @param lastErrorWords what it met, or empty
   * @param allowed the kinds that come; where none are named, all but a few that no payment needs
   */
  record Route(
      String url,
      boolean hasCertificate,
      String address,
      long pending,
      Optional<Instant> lastError,
      String lastErrorWords,
      List<String> allowed) {
    public Route {
      allowed = List.copyOf(allowed);
    }

    /** Whether a webhook is set. */
    public boolean isBrought() {
      return !url.isEmpty();
    }

    /** Where to, for people: a path is often a secret. */
    public String host() {
      return hostOf(url);
    }

    /** The host of a webhook, which may be told where its path may not. */
    public static String hostOf(String url) {
      try {
        var host = URI.create(url).getHost();
        return host == null ? "an address of its own" : host;
      } catch (IllegalArgumentException e) {
        return "an address of its own";
      }
    }

    /** Whether updates of this kind come. */
    public boolean brings(String kind) {
      return allowed.isEmpty() || allowed.contains(kind);
    }

    /** What keeps updates of this kind away, for people; empty if they come. */
    public Optional<String> hiding(String kind) {
      return brings(kind)
          ? Optional.empty()
          : Optional.of(
              "Telegram is told to bring %s, and no %s."
                  .formatted(String.join(", ", allowed), kind));
    }
  }

  /** This process's own asking for updates. */
  sealed interface Asking {
    /** It asks for none by this adapter. */
    record NotHere() implements Asking {}

    /** It asks, and they come. */
    record Undisturbed() implements Asking {}

    /**
     * It asks, and they do not come.
     *
     * @param why for people
     */
    record Disturbed(String why) implements Asking {}
  }
}
