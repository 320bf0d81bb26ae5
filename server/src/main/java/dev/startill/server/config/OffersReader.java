package dev.startill.server.config;

import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.server.config.Config.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code products:}. For one thread, once. */
final class OffersReader {
  /**
   * Telegram shows a bot at most 100 commands and a keyboard at most 100 buttons; three are ours.
   */
  private static final int MAX_PRODUCTS = 97;

  /** An id travels as "buy:ID" in 64 bytes of a button, and in a t.me link. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  /** https://core.telegram.org/bots/api#botcommand. */
  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

  private static final Set<String> OUR_COMMANDS = Set.of("start", "paysupport", "terms");

  private final Section top;
  private final Map<String, Named> ids = new HashMap<>();
  private final Map<String, Named> commands = new HashMap<>();

  OffersReader(Section top) {
    this.top = top;
  }

  List<Offer> read() {
    var sections = top.sections("products");
    if (!top.has("products")) {
      top.missing("products", "A shop sells at least one: begin with '- id: my-product'.");
    } else if (sections.isEmpty() && top.reading().problems().isEmpty()) {
      top.problem(
          "products is empty.", "A shop sells at least one: begin with '- id: my-product'.");
    } else if (sections.size() > MAX_PRODUCTS) {
      top.problem(
          "products has %d entries.".formatted(sections.size()),
          "One bot can show %d: take some away.".formatted(MAX_PRODUCTS));
    }
    var offers = new ArrayList<Offer>();
    sections.forEach(section -> offer(section).ifPresent(offers::add));
    return List.copyOf(offers);
  }

  private Optional<Offer> offer(Section section) {
    var id = required(section, "id", "my-product").flatMap(this::id);
    var command = section.value("command").flatMap(setting -> command(setting, id.orElse("?")));
    var title = words(section, "title", Product.MAX_TITLE);
    var description = words(section, "description", Product.MAX_DESCRIPTION);
    var stars =
        required(section, "stars", "50")
            .flatMap(
                setting ->
                    setting.whole(
                        1,
                        Product.MAX_STARS,
                        "Write a whole number from 1 to %d.".formatted(Product.MAX_STARS)));
    var delivery = new DeliveryReader(section).read();
    section.nothingElse();
    if (id.isEmpty()
        || title.isEmpty()
        || description.isEmpty()
        || stars.isEmpty()
        || delivery.isEmpty()) {
      return Optional.empty();
    }
    var product =
        new Product(
            new ProductId(id.get()),
            title.get(),
            description.get(),
            new Stars(stars.get()),
            delivery.get().delivery());
    return Optional.of(new Offer(product, command, delivery.get().codes()));
  }

  private Optional<String> id(Setting setting) {
    var text = setting.text();
    if (text.isPresent() && !ID.matcher(text.get()).matches()) {
      setting.problem(
          "is " + setting.quoted() + ".", "An id has 1 to 60 letters, digits, '_' and '-'.");
      return Optional.empty();
    }
    return text.filter(id -> isNew(ids, setting, id, id, "the id of another product"));
  }

  private Optional<String> command(Setting setting, String product) {
    var text = setting.text();
    if (text.isEmpty()) {
      return text;
    }
    if (!COMMAND.matcher(text.get()).matches()) {
      setting.problem(
          "is " + setting.quoted() + ".",
          "Telegram takes 1 to 32 of a-z, 0-9 and '_', without the slash.");
      return Optional.empty();
    }
    if (OUR_COMMANDS.contains(text.get())) {
      setting.problem(
          "is " + setting.quoted() + ", which every shop answers itself.",
          "Choose another; its words are set under 'shop:'.");
      return Optional.empty();
    }
    return text.filter(
        command -> isNew(commands, setting, command, product, "the command of another product"));
  }

  private static boolean isNew(
      Map<String, Named> taken, Setting setting, String name, String product, String ofWhat) {
    var line = setting.place().line();
    var earlier = taken.putIfAbsent(name, new Named(product, line));
    if (earlier != null) {
      setting.problem(
          "is '%s', already %s (%s, line %d)."
              .formatted(name, ofWhat, earlier.product(), earlier.line()),
          "Give each its own.");
    }
    return earlier == null;
  }

  private static Optional<String> words(Section section, String key, int most) {
    return required(section, key, "…")
        .flatMap(
            setting ->
                setting.text(most, "Telegram shows at most %d: shorten it.".formatted(most)));
  }

  private static Optional<Setting> required(Section section, String key, String example) {
    if (!section.has(key)) {
      section.missing(key, "Write '%s: %s'.".formatted(key, example));
    }
    return section.value(key);
  }

  private record Named(String product, int line) {}
}
