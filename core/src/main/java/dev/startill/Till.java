package dev.startill;

import dev.startill.Sale.OpenLink;
import dev.startill.Sale.OrderLink;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Owner;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.intake.Intake;
import dev.startill.party.BuyerId;
import dev.startill.payment.LinkId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Ids;
import dev.startill.port.Invoice;
import dev.startill.port.SettingsException;
import dev.startill.port.Telegram;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens orders and links: by events, and before Telegram hears of them. Threads share it. */
final class Till {
  private final Catalog catalog;
  private final Duration validity;
  private final InstantSource clock;
  private final Telegram telegram;
  private final Intake intake;
  private final Ids ids;

  Till(Setup setup, Engine engine) {
    this.catalog = setup.catalog;
    this.validity = setup.settings.orderValidity();
    this.clock = setup.clock;
    this.telegram = setup.telegram;
    this.intake = engine.intake;
    this.ids = engine.ids;
  }

  /**
   * The product of that id.
   *
   * @throws SettingsException if none is on sale
   */
  Product onSale(ProductId id) {
    return catalog.find(id).orElseThrow(() -> new SettingsException(notOnSale(id)));
  }

  private String notOnSale(ProductId id) {
    if (catalog.products().isEmpty()) {
      return "No product '%s' is on sale, nor any other. Call selling(…) before start()."
          .formatted(id);
    }
    return catalog
        .nearest(id)
        .map(near -> "No product '%s' is on sale. Is it '%s'?".formatted(id, near))
        .orElseGet(() -> "No product '%s' is on sale. Add it to the catalogue.".formatted(id));
  }

  OrderId invoice(Product product, BuyerId buyer, Optional<Duration> time) {
    var now = clock.instant();
    var terms = Terms.of(product, new Owner.Only(buyer), until(now, time));
    return opened(new PaymentEvent.InvoiceRequested(buyer, terms, now)).id();
  }

  OrderLink link(Product product, Owner owner, Optional<Duration> time) {
    var now = clock.instant();
    var terms = Terms.of(product, owner, until(now, time));
    var order = opened(new PaymentEvent.OrderRequested(terms, now));
    var invoice = Invoice.of(order.terms(), new Payload.OfOrder(order.id()));
    return new OrderLink(order.id(), telegram.createInvoiceLink(invoice));
  }

  OpenLink openLink(Product product, Optional<Duration> time) {
    var now = clock.instant();
    var id = new LinkId(ids.next("lnk"));
    var terms =
        Terms.of(product, new Owner.Anyone(), time.map(now::plus).orElse(Terms.WITHOUT_END));
    intake.take(new PaymentEvent.LinkRequested(id, terms, now));
    return new OpenLink(id, telegram.createInvoiceLink(Invoice.of(terms, new Payload.OfLink(id))));
  }

  private Instant until(Instant now, Optional<Duration> time) {
    return now.plus(time.orElse(validity));
  }

  /** The order that is offered is the last that was written. */
  private Order opened(PaymentEvent.Wish wish) {
    return (Order) intake.take(wish).transition().after().getLast();
  }
}
