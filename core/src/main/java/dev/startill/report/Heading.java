package dev.startill.report;

import dev.startill.catalog.ProductId;

/** Under what a report counts Stars that came by invoice. Immutable. */
public sealed interface Heading {
  /**
   * Sales of one product.
   *
   * @param product which
   * @param title as it was when it was last sold
   */
  record OfProduct(ProductId product, String title) implements Heading {}

  /** Stars for us that paid for no order. */
  record Stray() implements Heading {}

  /** Stars for invoices of other code of the same bot. */
  record Foreign() implements Heading {}
}
