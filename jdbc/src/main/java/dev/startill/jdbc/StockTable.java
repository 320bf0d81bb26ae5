package dev.startill.jdbc;

import dev.startill.catalog.ProductId;
import dev.startill.party.BotId;
import dev.startill.payment.Facts;
import dev.startill.payment.OrderId;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Codes: free, held by an order, sold to it, or taken back from it and never sold again. First in,
 * first out. For one thread.
 */
final class StockTable {
  private final Session session;
  private final BotId bot;

  StockTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  Facts.Shelf shelf(ProductId product, OrderId order) {
    if (stateOf(order).isPresent()) {
      return Facts.Shelf.HELD;
    }
    return free(product).isPresent() ? Facts.Shelf.FREE : Facts.Shelf.EMPTY;
  }

  void move(Shelving shelving, ProductId product, OrderId order, Instant at) {
    switch (shelving) {
      case NONE -> {}
      case HOLD -> {
        if (stateOf(order).isEmpty()) {
          take("HELD", product, order, at);
        }
      }
      case SELL -> {
        var sold =
            session.change(Sql.SELL_HELD_CODE, Rows.micros(at), bot.value(), order.value()) == 1;
        if (!sold && stateOf(order).isEmpty()) {
          take("SOLD", product, order, at);
        }
      }
      case RELEASE -> session.change(Sql.FREE_CODE, Rows.micros(at), bot.value(), order.value());
      case REVOKE -> session.change(Sql.REVOKE_CODE, Rows.micros(at), bot.value(), order.value());
    }
  }

  /** Adds what was never there; how many. */
  int add(ProductId product, List<String> codes, Instant at) {
    var position = last(product);
    var added = 0;
    for (var code : codes) {
      position++;
      added +=
          session.change(
              Sql.ADD_CODE, bot.value(), product.value(), code, position, Rows.micros(at));
    }
    return added;
  }

  Optional<String> soldTo(OrderId order) {
    return session
        .one(
            Sql.CODE_OF,
            row -> "SOLD".equals(row.getString("state")) ? row.getString("code") : "",
            bot.value(),
            order.value())
        .filter(code -> !code.isEmpty());
  }

  /** Whether this product was ever stocked. */
  boolean everHad(ProductId product) {
    return last(product) > 0;
  }

  private long last(ProductId product) {
    return session
        .one(Sql.LAST_CODE, row -> row.getLong(1), bot.value(), product.value())
        .orElseThrow();
  }

  private Optional<String> stateOf(OrderId order) {
    return session.one(Sql.CODE_OF, row -> row.getString("state"), bot.value(), order.value());
  }

  private Optional<String> free(ProductId product) {
    return session.one(
        Sql.LOCK_FREE_CODE, row -> row.getString("code"), bot.value(), product.value());
  }

  private void take(String state, ProductId product, OrderId order, Instant at) {
    var code =
        free(product)
            .orElseThrow(() -> new StoreException("No code of %s is free.".formatted(product)));
    session.change(
        Sql.TAKE_CODE, state, order.value(), Rows.micros(at), bot.value(), product.value(), code);
  }
}
