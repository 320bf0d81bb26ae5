package dev.startill.spring;

import dev.startill.port.Checkup.Route;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of Startill under {@code startill}. A word that is not one of these is
 * an error at the start. Immutable; no text form tells a secret.
 *
 * @param enabled Whether Startill is wired into this application at all.
 * @param telegram The bot, and how its updates come.
 * @param store Where the books are kept.
 * @param reconcile How the books are compared with Telegram's statement.
 * @param joinTransactions Whether handlers run in the application's transaction that marks the
 *     goods as handed over, so that both are kept or neither; by default where the books are in the
 *     database of its DataSource.
 * @param soleOwner Whether no other code sells through this bot: checkouts of others are declined
 *     then.
 * @param products What is on sale, beside the beans of type Product.
 */
@ConfigurationProperties(prefix = "startill", ignoreUnknownFields = false)
public record StartillProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Telegram telegram,
    @DefaultValue Store store,
    @DefaultValue Reconcile reconcile,
    @Nullable Boolean joinTransactions,
    @DefaultValue("false") boolean soleOwner,
    @DefaultValue List<Offer> products) {

  /** Who brings the bot's updates. */
  public enum Updates {
    /** The application: it has a bot already, and calls {@code startill.handle}. */
    NONE,
    /** Startill asks Telegram for them. */
    POLLING,
    /** Telegram brings them to this application. */
    WEBHOOK
  }

  /**
   * The bot.
   *
   * @param token The bot's token, as @BotFather gives it.
   * @param apiUrl Where the Bot API is.
   * @param updates Who brings the updates: the application itself (none), Startill by asking for
   *     them (polling), or Telegram (webhook).
   * @param limits How many messages may leave.
   * @param webhook Where Telegram brings updates to.
   */
  public record Telegram(
      @Nullable String token,
      @DefaultValue("https://api.telegram.org") URI apiUrl,
      @DefaultValue("none") Updates updates,
      @DefaultValue Limits limits,
      @DefaultValue Webhook webhook) {
    @Override
    public String toString() {
      return "Telegram[apiUrl=%s, updates=%s]".formatted(apiUrl, updates);
    }
  }

  /**
   * Telegram's limits for a bot.
   *
   * @param perSecond How many messages may leave a second to all chats; 0 for any number.
   * @param perChatPerSecond How many of them to one chat; 0 for any number.
   */
  public record Limits(
      @DefaultValue("30") int perSecond, @DefaultValue("1") int perChatPerSecond) {}

  /**
   * A webhook.
   *
   * @param url Where Telegram reaches this application; https, unless Telegram is elsewhere than at
   *     api.telegram.org.
   * @param path The path that is served here, where it is not that of the URL: behind a proxy, or
   *     below a context path.
   * @param secret What Telegram says with each update, so that nobody else can bring one: 1 to 256
   *     letters, digits, '_' and '-'.
   */
  public record Webhook(@Nullable URI url, @Nullable String path, @Nullable String secret) {
    @Override
    public String toString() {
      return "Webhook[host=%s]".formatted(url == null ? "" : Route.hostOf(url.toString()));
    }
  }

  /**
   * A store.
   *
   * @param url The JDBC URL of the database; that of the application's DataSource if it is not
   *     given.
   * @param username As whom to open it, where the URL does not say it.
   * @param password The password of that user.
   * @param tablePrefix What the names of the tables begin with; if it is not given, startill_ in
   *     the database of the application's DataSource, and nothing elsewhere.
   * @param migrate Whether the schema is brought up to date at the start, or only checked.
   * @param requireDurable Whether a start is refused where what the store acknowledged may be lost
   *     or cannot be written; false for tests.
   */
  public record Store(
      @Nullable String url,
      @Nullable String username,
      @Nullable String password,
      @Nullable String tablePrefix,
      @DefaultValue("true") boolean migrate,
      @DefaultValue("true") boolean requireDurable) {
    @Override
    public String toString() {
      return "Store[migrate=%s, requireDurable=%s]".formatted(migrate, requireDurable);
    }
  }

  /**
   * Reconciliation.
   *
   * @param every How often Telegram's statement is read on.
   */
  public record Reconcile(@DefaultValue("1m") Duration every) {}

  /**
   * A product.
   *
   * @param id Its name in the catalogue.
   * @param command The bot command that sends its invoice, without the slash; answered where
   *     updates come by polling or webhook.
   * @param title What the invoice calls it, 1 to 32 characters.
   * @param description What the invoice says of it, 1 to 255 characters.
   * @param stars Its price in Stars.
   * @param lasting How long the buyer has a right to it; for ever if it is not given.
   * @param deliver How the goods reach the buyer; one of text, file, codes and handler.
   */
  public record Offer(
      @Nullable String id,
      @Nullable String command,
      @Nullable String title,
      @Nullable String description,
      @Nullable Long stars,
      @Nullable Duration lasting,
      @DefaultValue Deliver deliver) {}

  /**
   * A delivery.
   *
   * @param text A text to send, in which {order} and {buyer} are replaced.
   * @param file A file to send: a path, or a URL that Telegram fetches.
   * @param codes A file of one-time codes, one a line, of which each buyer gets one.
   * @param handler The name of the bean of type Fulfilment that hands over the goods.
   */
  public record Deliver(
      @Nullable String text,
      @Nullable String file,
      @Nullable String codes,
      @Nullable String handler) {}
}
