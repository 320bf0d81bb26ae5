package dev.startill.server.config;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Product;
import dev.startill.jdbc.Login;
import dev.startill.jdbc.TablePrefix;
import dev.startill.port.NodeId;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Refunds;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.WebhookSecret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code startill.yaml} says, checked. Immutable.
 *
 * @param telegram which bot, and how to reach Telegram
 * @param store the JDBC URL of the database
 * @param tablePrefix what the names of the store's tables begin with
 * @param migrates whether its schema is brought up to date here, or by hand
 * @param http where the pages, the health and the webhook are served
 * @param refunds what goes back to buyers, and when
 * @param reconciling how the books are compared with Telegram's
 * @param rates what a Star is worth, for reports
 * @param shop the shop's own words
 * @param offers what is sold, in the merchant's order
 * @param node this process, among those that share the store
 */
public record Config(
    Telegram telegram,
    String store,
    TablePrefix tablePrefix,
    boolean migrates,
    Http http,
    Refunds refunds,
    Reconciling reconciling,
    Rates rates,
    Shop shop,
    List<Offer> offers,
    Node node) {
  private static final String SQLITE = "jdbc:sqlite:";

  /** The offers' products. */
  public Catalog catalog() {
    return Catalog.of(offers.stream().map(Offer::product).toList());
  }

  /** Where the store is, and under which names. */
  public Login login() {
    return new Login(store, "", "", tablePrefix);
  }

  /** The file of a SQLite database; nothing where the store is elsewhere. */
  public Optional<Path> database() {
    return fileOf(store);
  }

  /** The file that a SQLite URL names. */
  public static Optional<Path> fileOf(String url) {
    if (!url.startsWith(SQLITE)) {
      return Optional.empty();
    }
    var name = url.substring(SQLITE.length());
    var end = name.indexOf('?');
    var file = (end < 0 ? name : name.substring(0, end)).replaceFirst("^file:", "");
    return file.isEmpty() || file.startsWith(":") ? Optional.empty() : Optional.of(Path.of(file));
  }

  /** Whether other nodes may serve the same store: a file is served by one alone. */
  public boolean isShared() {
    return database().isEmpty();
  }

  /** The same for a node that does this alone. */
  public Config doing(Set<Role> roles) {
    return new Config(
        telegram,
        store,
        tablePrefix,
        migrates,
        http,
        refunds,
        reconciling,
        rates,
        shop,
        offers,
        new Node(node.id(), roles));
  }

  /** The engine's knobs: a shop server is the only seller of its bot. */
  public Settings settings() {
    return Settings.defaults().asSoleOwner().refunding(refunds).reconciling(reconciling);
  }

  /**
   * Telegram's side.
   *
   * @param token the bot's token
   * @param api where the Bot API is, without a slash at its end
   * @param updates how updates come
   * @param perSecond how many messages may leave a second; 0 for any number
   * @param perChatPerSecond how many of them to one chat; 0 for any number
   */
  public record Telegram(
      BotToken token, URI api, Updates updates, int perSecond, int perChatPerSecond) {}

  /** How updates come. */
  public sealed interface Updates {
    /** We ask for them. */
    record Polling() implements Updates {}

    /**
     * Telegram brings them.
     *
     * @param url where to; its path is served by us
     * @param secret what Telegram says with each
     * @param answersInReply whether a checkout is answered in the reply to the webhook that asked
     */
    record Webhook(URI url, WebhookSecret secret, boolean answersInReply) implements Updates {}
  }

  /**
   * Where we listen.
   *
   * @param port 0 for any free one
   * @param bind an address of this machine
   */
  public record Http(int port, String bind) {}

  /**
   * This process, among those that share the store.
   *
   * @param id by which people know it, if it was given one
   * @param roles what it does
   */
  public record Node(Optional<NodeId> id, Set<Role> roles) {
    /** Does everything, and has no name. */
    public static final Node WHOLE = new Node(Optional.empty(), Role.ALL);
  }

  /**
   * The shop's own words; what is absent has a default.
   *
   * @param greeting the answer to {@code /start}
   * @param support the answer to {@code /paysupport}
   * @param terms the answer to {@code /terms}
   */
  public record Shop(Optional<String> greeting, Optional<String> support, Optional<String> terms) {
    /** Without words of its own. */
    public static final Shop SILENT =
        new Shop(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A product and how it is asked for.
   *
   * @param product what is sold
   * @param command the bot command that sends its invoice, without the slash; a product without one
   *     is sold by its button
   * @param codes the file of its one-time codes, where it sells codes
   */
  public record Offer(Product product, Optional<String> command, Optional<Path> codes) {}
}
