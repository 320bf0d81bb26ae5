package dev.startill.port;

import dev.startill.catalog.Terms;
import dev.startill.money.Stars;
import dev.startill.payment.Payload;

/**
 * What an invoice shows and carries. Immutable.
 *
 * @param payload how its payment finds home
 * @param title 1–32 characters
 * @param description 1–255 characters
 * @param price the only price, in Stars
 */
public record Invoice(Payload payload, String title, String description, Stars price) {
  /** The invoice of these terms. */
  public static Invoice of(Terms terms, Payload payload) {
    return new Invoice(payload, terms.title(), terms.description(), terms.price());
  }
}
