package dev.startill.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products on sale, in the merchant's order. Immutable. */
public final class Catalog {
  private final Map<ProductId, Product> products;

  private Catalog(Map<ProductId, Product> products) {
    this.products = products;
  }

  /**
   * A catalogue of these products.
   *
   * @throws IllegalArgumentException if two have one id
   */
  public static Catalog of(Product... products) {
    return of(List.of(products));
  }

  /**
   * A catalogue of these products.
   *
   * @throws IllegalArgumentException if two have one id
   */
  public static Catalog of(List<Product> products) {
    var byId = new LinkedHashMap<ProductId, Product>();
    for (var product : products) {
      if (byId.put(product.id(), product) != null) {
        throw new IllegalArgumentException(
            "Two products have the id '%s'. Give each its own.".formatted(product.id()));
      }
    }
    return new Catalog(byId);
  }

  /** The product of that id, if it is on sale. */
  public Optional<Product> find(ProductId id) {
    return Optional.ofNullable(products.get(id));
  }

  /** The id on sale that a wrong one was probably meant to be, if one is near. */
  public Optional<ProductId> nearest(ProductId wrong) {
    var known = products.keySet().stream().map(ProductId::value).toList();
    return Spelling.nearest(wrong.value(), known).map(ProductId::new);
  }

  /** All of them, in the merchant's order. */
  public List<Product> products() {
    return List.copyOf(products.values());
  }
}
