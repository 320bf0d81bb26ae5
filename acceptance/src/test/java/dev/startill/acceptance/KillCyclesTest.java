package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.acceptance.PostMortem.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments under load: what Telegram took is fulfilled or held, every time. */
class KillCyclesTest {
  private static final int CROWD = 12;

  /** Places that are over in a moment are held open for a while, so that kills meet them. */
  private static final String[][] HELD_OPEN = {
    {"answerPreCheckoutQuery", "before_effect"},
    {"sendMessage", "before_effect"},
    {"sendMessage", "after_effect"},
    {"sendMessage", "before_effect"},
    {"getUpdates", "before_effect"},
    {"refundStarPayment", "before_effect"},
    {"refundStarPayment", "after_effect"},
    {"getStarTransactions", "before_effect"},
    {"getStarTransactions", "after_effect"},
  };

  @TempDir Path folder;
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void a_few_kills_lose_nothing() throws Exception {
    kill(6, file());
  }

  @Test
  void a_few_kills_lose_nothing_on_postgresql() throws Exception {
    kill(6, Database.onPostgres());
  }

  @Test
  void a_few_kills_lose_nothing_on_mariadb() throws Exception {
    kill(6, Database.onMariaDb());
  }

  @Test
  @Tag("long")
  void two_hundred_kills_lose_nothing_and_reach_every_phase() throws Exception {
    var kills = Integer.getInteger("kills", 200);
    var phases = kill(kills, file());
    for (var phase : Phase.values()) {
      assertThat(phases.getOrDefault(phase, 0))
          .as("kills that met a sale %s", phase)
          .isGreaterThanOrEqualTo(kills / 20);
    }
  }

  private Database file() {
    return Database.in(folder.resolve("startill.db"));
  }

  private Map<Phase, Integer> kill(int kills, Database database) throws Exception {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    var seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    var phases = new EnumMap<Phase, Integer>(Phase.class);
    try (var box = Box.open();
        var shop = Shop.serving(folder, Yaml.hasty(box.url()), database);
        var office = BackOffice.beside(shop, box)) {
      var postMortem = new PostMortem(box, database);
      var clerk = new Clerk(database, office, chance);
      var crowd = new Crowd(box, CROWD).come();
      for (var cycle = 0; cycle < kills; cycle++) {
        live(box, clerk, cycle, chance);
        shop.killAndForget();
        box.nothingGoesWrong();
        postMortem.examine(crowd.buyers()).forEach(phase -> phases.merge(phase, 1, Integer::sum));
        box.advance(Duration.ofSeconds(11));
        shop.startAgain();
      }
      crowd.leave();
      new Audit(database, box).passes();
      var twice = goodsToldTwice(database, crowd);
      print(seed, kills, database, phases);
      System.out.printf("goods told twice=%d of at most %d%n", twice, postMortem.inFlight());
      assertThat(twice)
          .as("goods told twice, of %d that a kill met on their way", postMortem.inFlight())
          .isLessThanOrEqualTo(postMortem.inFlight());
    }
    return phases;
  }

  /** Some life, and in the end, perhaps, something that holds a place open. */
  private void live(Box box, Clerk clerk, int cycle, Random chance) throws InterruptedException {
    pass(50 + chance.nextInt(250));
    clerk.refundsOne();
    if (cycle % 2 == 1) {
      var place = HELD_OPEN[cycle / 2 % HELD_OPEN.length];
      box.fault(Map.of("method", place[0], "when", place[1], "action", "hang", "percent", 50));
      clerk.refundsOne();
      clerk.refundsOne();
      pass(80 + chance.nextInt(120));
    }
  }

  private void pass(int millis) throws InterruptedException {
    assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private static int goodsToldTwice(Database database, Crowd crowd) {
    var told = new HashMap<String, Integer>();
    for (var buyer : crowd.buyers()) {
      for (var text : buyer.reads()) {
        PostMortem.ordersIn(text).forEach(order -> told.merge(order, 1, Integer::sum));
      }
    }
    assertThat(told.keySet())
        .containsAll(database.rows("SELECT id FROM orders WHERE goods = 'HANDED_OVER'"));
    return told.values().stream().mapToInt(count -> count - 1).sum();
  }

  private static void print(long seed, int kills, Database database, Map<Phase, Integer> phases) {
    System.out.printf(
        "%nkills=%d seed=%d charges=%d refunded=%d held=%d%n",
        kills,
        seed,
        database.count("SELECT count(*) FROM charge"),
        database.count("SELECT count(*) FROM charge WHERE standing = 'RETURNED'"),
        database.count("SELECT count(*) FROM \"case\" WHERE closed_at IS NULL"));
    for (var phase : Phase.values()) {
      System.out.printf("  %-55s %d%n", phase, phases.getOrDefault(phase, 0));
    }
  }
}
