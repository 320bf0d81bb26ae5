package dev.startill.testkit;

import dev.startill.catalog.ProductId;
import dev.startill.payment.Facts;
import dev.startill.payment.OrderId;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.StoreException;
import dev.startill.testkit.Tables.Piece;
import dev.startill.testkit.Tables.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Codes in memory: first in, first out. Guarded by the store's lock. */
final class MemoryStock {
  private final Tables tables;

  MemoryStock(Tables tables) {
    this.tables = tables;
  }

  Facts.Shelf shelf(ProductId product, OrderId order) {
    if (of(order).isPresent()) {
      return Facts.Shelf.HELD;
    }
    return free(product).isPresent() ? Facts.Shelf.FREE : Facts.Shelf.EMPTY;
  }

  void move(Shelving shelving, ProductId product, OrderId order) {
    switch (shelving) {
      case NONE -> {}
      case HOLD -> {
        if (of(order).isEmpty()) {
          put(freeOrFail(product).heldBy(order));
        }
      }
      case SELL -> put(of(order).orElseGet(() -> freeOrFail(product)).soldTo(order));
      case RELEASE -> of(order).ifPresent(piece -> put(piece.freed()));
      case REVOKE -> of(order).ifPresent(piece -> put(piece.revoked()));
    }
  }

  int add(ProductId product, List<String> codes) {
    var added = 0;
    for (var code : codes) {
      if (of(product).noneMatch(piece -> piece.code().equals(code))) {
        put(
            new Piece(
                Tables.nextKey(tables.pieces), product.value(), code, Spot.FREE, Optional.empty()));
        added++;
      }
    }
    return added;
  }

  boolean everHad(ProductId product) {
    return of(product).findAny().isPresent();
  }

  /** The code that is held by, or sold to, an order. */
  Optional<Piece> of(OrderId order) {
    return tables
        .pieces
        .rows()
        .filter(p -> p.spot() != Spot.REVOKED && p.holder().filter(order::equals).isPresent())
        .findAny();
  }

  private Stream<Piece> of(ProductId product) {
    return tables.pieces.rows().filter(p -> p.product().equals(product.value()));
  }

  private Optional<Piece> free(ProductId product) {
    return of(product)
        .filter(p -> p.holder().isEmpty())
        .min(Comparator.comparingLong(Piece::number));
  }

  private Piece freeOrFail(ProductId product) {
    return free(product)
        .orElseThrow(() -> new StoreException("No code of %s is free.".formatted(product)));
  }

  private void put(Piece piece) {
    tables.pieces.put(piece.number(), piece);
  }
}
