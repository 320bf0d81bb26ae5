package dev.startill.spring;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.port.Fulfilment;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The application's beans of type {@link Fulfilment}. A product's handler is the bean of that name;
 * an only bean is everybody's handler. A bean is looked up when it is needed, so that it may need
 * Startill itself. Threads share it.
 */
final class Handlers {
  private final Set<String> names;
  private final Function<String, Fulfilment> beans;

  /**
   * Handlers.
   *
   * @param names of all there are
   * @param beans gives the one of a name
   */
  Handlers(Set<String> names, Function<String, Fulfilment> beans) {
    this.names = new TreeSet<>(names);
    this.beans = beans;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * Sees that every product on sale has its handler.
   *
   * @throws MisconfiguredException if one has not
   */
  Handlers serving(Catalog catalog) {
    for (var product : catalog.products()) {
      if (product.delivery() instanceof Delivery.Handler handler
          && nameOf(handler.name()).isEmpty()) {
        throw new MisconfiguredException(
            "Product '%s' is handed over by the handler '%s', but %s."
                .formatted(product.id(), handler.name(), known()),
            "Declare a bean of type dev.startill.port.Fulfilment with the name '%s'."
                .formatted(handler.name()));
      }
    }
    return this;
  }

  /** One that hands each purchase to its own. */
  Fulfilment together() {
    return new Fulfilment() {
      @Override
      public void fulfil(Purchase purchase) throws Exception {
        handlerOf(purchase).fulfil(purchase);
      }

      @Override
      public void revoke(Purchase purchase) throws Exception {
        handlerOf(purchase).revoke(purchase);
      }
    };
  }

  private Optional<String> nameOf(String handler) {
    return names.size() == 1
        ? names.stream().findFirst()
        : Optional.of(handler).filter(names::contains);
  }

  /** An order froze the name of its handler, which may be gone since. */
  private Fulfilment handlerOf(Fulfilment.Purchase purchase) {
    return nameOf(purchase.handler())
        .map(beans)
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "Order %s is handed over by the handler '%s', but %s."
                        .formatted(purchase.order(), purchase.handler(), known()),
                    "Declare it again until such orders are done."));
  }

  private String known() {
    return names.isEmpty()
        ? "there is no bean of type Fulfilment"
        : "the beans of type Fulfilment are " + String.join(", ", names);
  }
}
