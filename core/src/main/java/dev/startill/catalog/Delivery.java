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
    public Text {
      requireText(template, "text");
    }
  }

  /**
   * A document in the chat.
   *
   * @param location a path on the server's disk, or an {@code http(s)} URL that Telegram fetches
   */
  record File(String location) implements Delivery {
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
