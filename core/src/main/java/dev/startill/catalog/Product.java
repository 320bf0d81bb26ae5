package dev.startill.catalog;

import dev.startill.money.Stars;
import java.time.Duration;
import java.util.Optional;

/**
 * What a merchant sells, as it is today. An order does not look back at it: its {@link Terms} froze
 * what was true when the invoice was made. Immutable.
 *
 * @param id its name in the catalogue
 * @param title what the invoice calls it, 1–32 characters
 * @param description what the invoice says of it, 1–255 characters
 * @param price 1–100000 Stars
 * @param delivery how the goods reach the buyer
 * @param lasting how long the buyer has a right to it, in whole seconds; empty for ever
 */
public record Product(
    ProductId id,
    String title,
    String description,
    Stars price,
    Delivery delivery,
    Optional<Duration> lasting) {
  /** Telegram documents 1–32 characters: https://core.telegram.org/bots/api#sendinvoice. */
  public static final int MAX_TITLE = 32;

  /** Telegram documents 1–255 characters: https://core.telegram.org/bots/api#sendinvoice. */
  public static final int MAX_DESCRIPTION = 255;

  /** 100000 was accepted and 150000 refused by the live API when measured; not documented. */
  public static final long MAX_STARS = 100_000;

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private static boolean mayLast(Duration time) {
    return time.isPositive()
        && time.equals(Duration.ofSeconds(time.toSeconds()))
        && time.compareTo(LONGEST) <= 0;
  }

  /** One that the buyer has for ever. */
  public Product(ProductId id, String title, String description, Stars price, Delivery delivery) {
    this(id, title, description, price, delivery, Optional.empty());
  }

  public Product {
    requireLength("title", title, MAX_TITLE);
    requireLength("description", description, MAX_DESCRIPTION);
    if (price.count() > MAX_STARS) {
      throw new IllegalArgumentException(
          "Telegram takes at most %d Stars for one invoice, but '%s' costs %d."
              .formatted(MAX_STARS, id, price.count()));
    }
    if (lasting.filter(time -> !mayLast(time)).isPresent()) {
      throw new IllegalArgumentException(
          "What is sold lasts from a second to a hundred years, in whole seconds, unlike '%s'."
              .formatted(id));
    }
  }

  /**
   * The same product, to which a buyer has a right for so long: {@code
   * lasting(Duration.ofDays(30))} makes a 30-day pass.
   */
  public Product lasting(Duration time) {
    return new Product(id, title, description, price, delivery, Optional.of(time));
  }

  private static void requireLength(String what, String text, int most) {
    var length = text.codePointCount(0, text.length());
    if (text.isBlank() || length > most) {
      throw new IllegalArgumentException(
          "A product's %s has 1 to %d characters, but this one has %d."
              .formatted(what, most, length));
    }
  }
}
