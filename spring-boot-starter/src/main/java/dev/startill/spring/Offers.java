package dev.startill.spring;

import dev.startill.Startill;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.port.Books;
import dev.startill.spring.StartillProperties.Deliver;
import dev.startill.spring.StartillProperties.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code startill.products} says, checked. Immutable. */
final class Offers {
  /** Codes in one unit of work: a long list never makes a checkout wait. */
  private static final int CODES_AT_ONCE = 200;

  /** https://core.telegram.org/bots/api#botcommand. */
  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

  private final List<Product> products = new ArrayList<>();
  private final Map<String, ProductId> commands = new LinkedHashMap<>();
  private final Map<ProductId, Path> codes = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @throws MisconfiguredException at the first that cannot be sold
   */
  Offers(List<Offer> offers) {
    for (var i = 0; i < offers.size(); i++) {
      read("startill.products[%d]".formatted(i), offers.get(i));
    }
  }

  List<Product> products() {
    return List.copyOf(products);
  }

  /** Which product is sold at which command. */
  Map<String, ProductId> commands() {
    return Collections.unmodifiableMap(commands);
  }

  /**
   * Adds the codes of all files to the stock; those that it ever had are skipped.
   *
   * @throws MisconfiguredException if a file has none, and the stock never had one either
   */
  void stock(Startill startill, Books books) {
    codes.forEach(
        (product, file) -> {
          var all = codesIn(product, file);
          for (var from = 0; from < all.size(); from += CODES_AT_ONCE) {
            var to = Math.min(all.size(), from + CODES_AT_ONCE);
            startill.stock(product, all.subList(from, to));
          }
          if (all.isEmpty() && !hadAny(books, product)) {
            throw new MisconfiguredException(
                "There is no code of product '%s' in %s.".formatted(product, file.toAbsolutePath()),
                "Write one code a line.");
          }
        });
  }

  /** A file may be emptied once its codes are in the stock. */
  private static boolean hadAny(Books books, ProductId product) {
    return books.stock().stream().anyMatch(line -> line.product().equals(product.value()));
  }

  private void read(String where, Offer offer) {
    try {
      var product =
          new Product(
              new ProductId(required(where, "id", offer.id())),
              required(where, "title", offer.title()),
              required(where, "description", offer.description()),
              new Stars(required(where, "stars", offer.stars())),
              delivery(where, offer.deliver()),
              Optional.ofNullable(offer.lasting()));
      products.add(product);
      if (offer.command() != null) {
        command(where, offer.command(), product.id());
      }
      if (offer.deliver().codes() != null) {
        codes.put(product.id(), Path.of(offer.deliver().codes()));
      }
    } catch (IllegalArgumentException e) {
      throw new MisconfiguredException(
          "%s cannot be sold. %s".formatted(where, e.getMessage()), "Correct " + where + ".");
    }
  }

  private void command(String where, String command, ProductId product) {
    if (!COMMAND.matcher(command).matches()) {
      throw new MisconfiguredException(
          "%s.command is '%s', which nobody could send.".formatted(where, command),
          "Telegram takes 1 to 32 of a-z, 0-9 and '_', without the slash.");
    }
    if (commands.put(command, product) != null) {
      throw new MisconfiguredException(
          "Two products of startill.products have the command '%s'.".formatted(command),
          "Give each its own.");
    }
  }

  private static Delivery delivery(String where, Deliver deliver) {
    var chosen =
        Stream.of(
                made(deliver.text(), Delivery.Text::new),
                made(deliver.file(), Delivery.File::new),
                made(deliver.codes(), file -> new Delivery.Code()),
                made(deliver.handler(), Delivery.Handler::new))
            .flatMap(Optional::stream)
            .toList();
    if (chosen.size() != 1) {
      throw new MisconfiguredException(
          "%s.deliver names %s.".formatted(where, chosen.isEmpty() ? "no kind" : "several kinds"),
          "Write one of text, file, codes and handler.");
    }
    return chosen.getFirst();
  }

  private static Optional<Delivery> made(@Nullable String value, Function<String, Delivery> maker) {
    return Optional.ofNullable(value).map(maker);
  }

  private static <T> T required(String where, String key, @Nullable T value) {
    if (value == null) {
      throw new MisconfiguredException(
          "%s has no %s.".formatted(where, key), "Write %s.%s.".formatted(where, key));
    }
    return value;
  }

  private static List<String> codesIn(ProductId product, Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new MisconfiguredException(
          "The codes of product '%s' cannot be read from %s."
              .formatted(product, file.toAbsolutePath()),
          "See that the file is there, in UTF-8 and with one code a line.");
    }
  }
}
