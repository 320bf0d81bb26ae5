package dev.startill.doctor;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.port.Books.StockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges what is on sale, by what would be found out only after somebody paid: a product's title,
 * description and price are within Telegram's limits ever since it was made. Pure.
 */
final class Goods {
  private Goods() {}

  /**
   * What would not reach its buyer.
   *
   * @param sizeOf a file's bytes; nothing, if it cannot be read
   */
  static List<Finding> judge(Catalog catalog, Function<String, OptionalLong> sizeOf) {
    var products = catalog.products();
    if (products.isEmpty()) {
      return List.of(Ailment.NOTHING_ON_SALE.found("Nothing is on sale."));
    }
    var findings = new ArrayList<Finding>();
    products.forEach(product -> ill(product, sizeOf).ifPresent(findings::add));
    return findings.isEmpty()
        ? List.of(
            new Finding.Well(
                Subject.PRODUCTS,
                products.size() == 1
                    ? "1 is on sale, within Telegram's limits."
                    : products.size() + " are on sale, within Telegram's limits."))
        : findings;
  }

  /** What sells codes, and has none to sell. */
  static List<Finding> soldOut(Catalog catalog, List<StockLine> stock) {
    var free =
        stock.stream()
            .filter(line -> line.free() > 0)
            .map(StockLine::product)
            .collect(Collectors.toSet());
    return catalog.products().stream()
        .filter(product -> product.delivery() instanceof Delivery.Code)
        .filter(product -> !free.contains(product.id().value()))
        .<Finding>map(
            product -> Ailment.SOLD_OUT.found("No code of '%s' is free.".formatted(product.id())))
        .toList();
  }

  private static Optional<Finding> ill(Product product, Function<String, OptionalLong> sizeOf) {
    return switch (product.delivery()) {
      case Delivery.Text text -> text(product, text);
      case Delivery.File file ->
          file.isUrl() ? Optional.empty() : file(product, file, sizeOf.apply(file.location()));
      case Delivery.Code code -> Optional.empty();
      case Delivery.Handler handler -> Optional.empty();
    };
  }

  private static Optional<Finding> text(Product product, Delivery.Text text) {
    return text.longest() <= Delivery.Text.MAX_LENGTH
        ? Optional.empty()
        : Optional.of(
            Ailment.TEXT_TOO_LONG.found(
                "The text of '%s' may have %d characters, and one message holds %d."
                    .formatted(product.id(), text.longest(), Delivery.Text.MAX_LENGTH)));
  }

  private static Optional<Finding> file(Product product, Delivery.File file, OptionalLong size) {
    if (size.isEmpty()) {
      return Optional.of(
          Ailment.FILE_UNREADABLE.found(
              "The file of '%s', %s, cannot be read.".formatted(product.id(), file.location())));
    }
    return size.getAsLong() <= Delivery.File.MAX_SIZE
        ? Optional.empty()
        : Optional.of(
            Ailment.FILE_TOO_LARGE.found(
                "The file of '%s', %s, has %d MiB, and a bot may send %d."
                    .formatted(
                        product.id(),
                        file.location(),
                        size.getAsLong() >> 20,
                        Delivery.File.MAX_SIZE >> 20)));
  }
}
