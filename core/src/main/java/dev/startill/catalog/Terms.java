package dev.startill.catalog;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order froze when its invoice was made. Price and product may change afterwards; these are
 * honoured. Immutable.
 *
 * @param product which product it was
 * @param title as on the invoice
 * @param description as on the invoice
 * @param price what exactly must be paid
 * @param delivery how the goods will reach the buyer
 * @param lasting how long the buyer has a right to it; empty for ever
 * @param owner who may pay
 * @param validUntil after this no checkout is approved; a charge that arrives later still counts
 */
public record Terms(
    ProductId product,
    String title,
    String description,
    Stars price,
    Delivery delivery,
    Optional<Duration> lasting,
    Owner owner,
    Instant validUntil) {

  /** The validity of a link that does not end by itself. */
  public static final Instant WITHOUT_END = Instant.parse("9999-12-31T00:00:00Z");

  /** Terms of what the buyer has for ever. */
  public Terms(
      ProductId product,
      String title,
      String description,
      Stars price,
      Delivery delivery,
      Owner owner,
      Instant validUntil) {
    this(product, title, description, price, delivery, Optional.empty(), owner, validUntil);
  }

  /** Freezes a product as it is now. */
  public static Terms of(Product product, Owner owner, Instant validUntil) {
    return new Terms(
        product.id(),
        product.title(),
        product.description(),
        product.price(),
        product.delivery(),
        product.lasting(),
        owner,
        validUntil);
  }

  /** These terms for one payer of a link that anyone may pay. */
  public Terms ownedBy(BuyerId buyer) {
    return new Terms(
        product, title, description, price, delivery, lasting, new Owner.Only(buyer), validUntil);
  }

  /** Whether both promise the same thing for the same price to the same people. */
  public boolean promisesTheSameAs(Terms other) {
    return equals(other.validUntil(validUntil));
  }

  /** These terms, valid until another time. */
  public Terms validUntil(Instant until) {
    return new Terms(product, title, description, price, delivery, lasting, owner, until);
  }
}
