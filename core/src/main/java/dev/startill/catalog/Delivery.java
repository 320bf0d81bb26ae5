package dev.startill.catalog;

/** How the goods of a product reach the buyer. Immutable; an order's terms freeze it. */
public sealed interface Delivery {
  /**
   * A text in the chat.
   *
   * @param template the text, in which <code>{order}</code> and <code>{buyer}</code> are replaced
   *     when it is sent
   */
  record Text(String template) implements Delivery {
    /** What one message holds: https://core.telegram.org/bots/api#sendmessage. */
    public static final int MAX_LENGTH = 4096;

    /** As long as an order's id. */
    private static final String ORDER = "o".repeat(30);

    /** As long as a buyer's id can become. */
    private static final String BUYER = "9".repeat(20);

    public Text {
      requireText(template, "text");
    }

    /** How many UTF-16 units it has at most, once its placeholders are filled. */
    public int longest() {
      return template.replace("{order}", ORDER).replace("{buyer}", BUYER).length();
    }
  }

  /**
   * A document in the chat.
   *
   * @param location a path on the server's disk, or an {@code http(s)} URL that Telegram fetches
   */
  record File(String location) implements Delivery {
    /** What a bot may upload, in bytes: https://core.telegram.org/bots/api#senddocument. */
    public static final long MAX_SIZE = 50L << 20;

    public File {
      requireText(location, "file");
    }

    /** Whether Telegram fetches it by itself. */
    public boolean isUrl() {
      return location.startsWith("https://") || location.startsWith("http://");
    }
  }

  /** One code of the product's stock, held at the checkout and sold at the charge. */
  record Code() implements Delivery {}

  /**
   * The merchant's own code hands over the goods.
   *
   * @param name which of the merchant's handlers; the order's terms also freeze the product's id
   */
  record Handler(String name) implements Delivery {
    public Handler {
      requireText(name, "handler");
    }
  }

  private static void requireText(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A " + what + " to deliver must not be empty.");
    }
  }
}
