package dev.startill.server.shop;

import dev.startill.catalog.Product;
import dev.startill.party.BuyerId;
import dev.startill.server.config.Config;
import dev.startill.server.config.Config.Offer;
import dev.startill.server.shop.Reaction.Nod;
import dev.startill.server.shop.Reaction.Say;
import dev.startill.server.shop.Reaction.Sell;
import dev.startill.telegram.http.BotApi.Button;
import dev.startill.telegram.http.BotApi.MenuEntry;
import dev.startill.telegram.http.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what the shop does about what somebody said. Pure; threads share it. */
public final class Counter {
  private static final String BUY = "buy:";
  private static final String NOT_SOLD = "This is not sold any more. /start shows what is.";
  private static final String HINT = "Sorry, I only sell things. /start shows what there is.";

  private final Sayings sayings;
  private final Map<String, Product> products = new LinkedHashMap<>();
  private final Map<String, Product> commands = new LinkedHashMap<>();
  private final Supplier<String> username;

  /**
   * A shop's counter.
   *
   * @param config what is sold, and the shop's words
   * @param username the bot's, without the at; empty while it is not known
   */
  public Counter(Config config, Supplier<String> username) {
    this.sayings = Sayings.of(config.shop());
    this.username = username;
    for (Offer offer : config.offers()) {
      var product = offer.product();
      products.put(product.id().value(), product);
      offer.command().ifPresent(command -> commands.put(command, product));
    }
  }

  /** The commands as Telegram's menu shows them. */
  public List<MenuEntry> menu() {
    var menu = new ArrayList<MenuEntry>();
    menu.add(new MenuEntry("start", "See what there is"));
    commands.forEach((command, product) -> menu.add(new MenuEntry(command, label(product))));
    menu.add(new MenuEntry("paysupport", "Get help with a purchase"));
    menu.add(new MenuEntry("terms", "Read the terms of sale"));
    return List.copyOf(menu);
  }

  /** What to do, in this order. */
  List<Reaction> reactTo(Incoming.Word word) {
    return switch (word) {
      case Incoming.Silence silence -> List.of();
      case Incoming.Pressed pressed -> pressed(pressed);
      case Incoming.Said said -> said.isPrivate() ? inPrivate(said) : inGroup(said);
    };
  }

  private List<Reaction> inPrivate(Incoming.Said said) {
    var command = said.command();
    if (command.isEmpty()) {
      return List.of(say(said, HINT));
    }
    return switch (command.get().name()) {
      case "start" -> start(said, command.get().argument());
      case "paysupport" -> List.of(say(said, sayings.support()));
      case "terms" -> List.of(say(said, sayings.terms()));
      default ->
          Optional.ofNullable(commands.get(command.get().name()))
              .map(product -> sell(product, said.from()))
              .orElseGet(() -> List.of(say(said, HINT)));
    };
  }

  private List<Reaction> start(Incoming.Said said, String argument) {
    var linked = products.get(argument);
    if (linked != null) {
      return sell(linked, said.from());
    }
    var keyboard =
        products.values().stream()
            .map(product -> List.of(new Button(label(product), BUY + product.id())))
            .toList();
    var text = argument.isEmpty() ? sayings.greeting() : NOT_SOLD + "\n\n" + sayings.greeting();
    return List.of(new Say(said.chat(), text, keyboard));
  }

  /** Invoices belong into the private chat; a group gets the way there and nothing else. */
  private List<Reaction> inGroup(Incoming.Said said) {
    var name = username.get();
    return said.command()
        .filter(command -> !name.isEmpty())
        .filter(command -> command.bot().map(name::equalsIgnoreCase).orElse(true))
        .flatMap(command -> Optional.ofNullable(commands.get(command.name())))
        .map(product -> say(said, wayTo(product, name)))
        .map(List::<Reaction>of)
        .orElse(List.of());
  }

  private List<Reaction> pressed(Incoming.Pressed pressed) {
    var data = pressed.data();
    var product = data.startsWith(BUY) ? products.get(data.substring(BUY.length())) : null;
    if (product == null) {
      return List.of(new Nod(pressed.callback(), NOT_SOLD));
    }
    return List.of(new Sell(product.id(), pressed.from()), new Nod(pressed.callback(), ""));
  }

  private static List<Reaction> sell(Product product, BuyerId buyer) {
    return List.of(new Sell(product.id(), buyer));
  }

  private static Say say(Incoming.Said said, String text) {
    return new Say(said.chat(), text, List.of());
  }

  private static String wayTo(Product product, String bot) {
    return label(product) + "\nhttps://t.me/" + bot + "?start=" + product.id();
  }

  private static String label(Product product) {
    return product.title() + " – ⭐ " + product.price().count();
  }
}
