package dev.startill.catalog;

import dev.startill.money.Stars;

/**
 * What a merchant sells, as it is today. An order does not look back at it: its {@link Terms} froze
 * what was true when the invoice was made. Immutable.
 *
 * @param id its name in the catalogue
 * @param title what the invoice calls it, 1–32 characters
 * @param description what the invoice says of it, 1–255 characters
 * @param price 1–100000 Stars
 * @param delivery how the goods reach the buyer
 */
public record Product(
    ProductId id, String title, String description, Stars price, Delivery delivery) {
  /** Telegram documents 1–32 characters: https://core.telegram.org/bots/api#sendinvoice. */
  public static final int MAX_TITLE = 32;

  /** Telegram documents 1–255 characters: https://core.telegram.org/bots/api#sendinvoice. */
  public static final int MAX_DESCRIPTION = 255;

  /** 100000 was accepted and 150000 refused by the live API when measured; not documented. */
  public static final long MAX_STARS = 100_000;

  public Product {
    requireLength("title", title, MAX_TITLE);
    requireLength("description", description, MAX_DESCRIPTION);
    if (price.count() > MAX_STARS) {
      throw new IllegalArgumentException(
          "Telegram takes at most %d Stars for one invoice, but '%s' costs %d."
              .formatted(MAX_STARS, id, price.count()));
    }
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
