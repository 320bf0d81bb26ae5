package dev.startill.simulation;

import dev.startill.Sale;
import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.LinkId;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The merchant's side: what is on sale, the bot's commands, and the bot's other code, which sells
 * by itself and knows nothing of us. For one thread.
 */
final class Shop {
  static final List<String> PRODUCTS = List.of("text", "file", "code", "code", "pass", "pass");

  private static final int ASKED_PER_LINK = 6;

  /** What the bot's other code sells. */
  static final Invoice FOREIGN =
      new Invoice("Club", "A month in the club", "club:7", "", "XTR", 9, "");

  private final Stage stage;
  private final Chance chance;
  private final List<String> links = new ArrayList<>();
  private final List<LinkId> open = new ArrayList<>();
  private int prices;
  private int asked;
  private int codes;

  Shop(Stage stage) {
    this.stage = stage;
    this.chance = stage.chance.split();
  }

  /** What is on sale at today's prices. */
  Catalog catalog() {
    return Catalog.of(
        product("text", 50, new Delivery.Text("Your guide, order {order}")),
        product("file", 20, new Delivery.File("https://shop.example/guide.pdf")),
        product("code", 30, new Delivery.Code()),
        product("pass", 40, new Delivery.Handler("pass")));
  }

  private Product product(String id, int price, Delivery delivery) {
    return new Product(
        new ProductId(id), "The " + id, "What it is", new Stars(price + prices), delivery);
  }

  /** From the next life on everything costs something else. */
  void changePrices() {
    prices = (prices + 5) % 15;
    stage.trace.say("prices will change by " + prices);
  }

  /** Some codes more. */
  void restock(Life life, int many) {
    var fresh =
        IntStream.range(codes, codes + many).mapToObj(i -> "CODE-%04d".formatted(i)).toList();
    codes += many;
    life.doing("stock " + fresh, engine -> engine.stock(new ProductId("code"), fresh));
  }

  void openLink(Life life) {
    var product = chance.of(PRODUCTS);
    life.doing(
        "open a link to " + product,
        engine -> {
          var link = engine.sell(new ProductId(product)).toAnyone().link();
          links.add(link.url().toString());
          open.add(link.id());
        });
  }

  void closeLink(Life life) {
    if (!open.isEmpty()) {
      var link = chance.of(open);
      life.doing("close " + link, engine -> engine.closeLink(link));
    }
  }

  /** Links that buyers may have. */
  List<String> links() {
    return links;
  }

  /** What the bot itself makes of an update, after the engine: its commands, and its other code. */
  void hear(Startill engine, Update update, boolean ours) {
    if (update.body() instanceof Update.Arrived arrived
        && arrived.message().content() instanceof Content.Text text
        && text.text().startsWith("/buy ")) {
      var product = new ProductId(text.text().substring("/buy ".length()));
      offer(engine.sell(product).to(new BuyerId(arrived.message().from())));
    }
    if (!ours) {
      sellElsewhere(update);
    }
  }

  /** In the chat; now and then by a link that others get to see, too. */
  private void offer(Sale.ToBuyer sale) {
    if (++asked % ASKED_PER_LINK == 0) {
      links.add(sale.link().url().toString());
    } else {
      sale.invoice();
    }
  }

  /** The bot's other code says yes to everything. */
  void sellElsewhere(Update update) {
    if (update.body() instanceof Update.Asked asked) {
      stage.trace.say("  the other code approves");
      try {
        stage.world.payments().approve(Stage.BOT, asked.checkout().id());
      } catch (Refusal late) {
        stage.trace.say("  too late: " + late.description());
      }
    }
  }
}
