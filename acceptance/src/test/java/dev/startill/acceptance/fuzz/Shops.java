package dev.startill.acceptance.fuzz;

import dev.startill.acceptance.fuzz.FuzzedShop.Offer;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BotId;
import dev.startill.testkit.InMemoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Opens a new shop, lets a history happen to it, and closes it. */
@FunctionalInterface
interface Shops {
  /** What may be paid in each of them. */
  List<Offer> OFFERS = inMemoryAtNoon().offers();

  /** Throws whatever goes wrong. */
  void play(List<Step> history, Reached reached);

  /** One in memory. */
  static Shops inMemory() {
    return (history, reached) -> new Trial(inMemoryAtNoon(), reached).play(history);
  }

  /** One in a file; the number keeps it apart from others. */
  static Shops inSqlite(Path dir, long number) {
    return (history, reached) -> {
      var clock = FuzzedShop.noon();
      var url = "jdbc:sqlite:" + dir.resolve("fuzz-" + number + ".db");
      var bot = new BotId(123_456_789);
      try (var store = JdbcStore.open(url, bot, FuzzedShop.SETTINGS, clock, new Random(1))) {
        new Trial(new FuzzedShop(store, store.books(), clock), reached).play(history);
      }
    };
  }

  private static FuzzedShop inMemoryAtNoon() {
    var clock = FuzzedShop.noon();
    var store = new InMemoryStore(clock, FuzzedShop.SETTINGS, new Random(1));
    return new FuzzedShop(store, store, clock);
  }
}
