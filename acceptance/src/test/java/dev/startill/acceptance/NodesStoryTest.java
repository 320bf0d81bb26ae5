package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes, PostgreSQL and Telegram, each a process of its own. Nodes are killed and frozen at
 * random under load, one update in ten comes twice, and in the end every Star is in one place.
 */
class NodesStoryTest {
  private static final int NODES = 3;

  @TempDir Path folder;
  private final CountDownLatch never = new CountDownLatch(1);
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random chance = new Random(seed);
  private final Deeds deeds = new Deeds();
  private int deaths;
  private int freezes;

  /**
   * How much, and how hard; by webhooks and again by polling.
   *
   * @param buyers at once
   * @param sales at least
   * @param harms at least
   * @param pollers so many nodes must have polled
   * @param share so much of the sales must be each node's, of one
   * @param longestFreeze of a node
   */
  private record Size(
      int buyers, int sales, int harms, int pollers, double share, Duration longestFreeze) {
    /** A node that dies may be back before its turn to poll is over: then it takes more harms. */
    int mostHarms() {
      return harms + 60;
    }
  }

  @Test
  void three_nodes_that_die_and_freeze_lose_nothing() throws Exception {
    run(new Size(8, 60, 3, 2, 0, Duration.ofSeconds(7)));
  }

  @Test
  @Tag("long")
  void thousands_of_sales_of_three_nodes_are_shared_and_none_is_lost() throws Exception {
    var sales = Integer.getInteger("sales", 5_000);
    run(new Size(32, sales / 2, 30, NODES, 0.2, Duration.ofSeconds(12)));
  }

  /** First Telegram brings updates to a load balancer; then the nodes ask for them in turn. */
  private void run(Size size) throws Exception {
    var database = Database.onPostgres();
    var ports = Fleet.freePorts(NODES);
    var nodes = ports.stream().map(port -> URI.create("http://127.0.0.1:" + port)).toList();
    try (var sandbox = Shop.running(made("telegram"), "sandbox", "--port", "0", "--local");
        var balancer = Balancer.before(nodes)) {
      var shop = NodesShop.of(sandbox, database.url());
      var webhooks = shop.webhooks(balancer.url("/telegram"));
      var crowd = new Crowd(shop.box(), size.buyers());
      try (var fleet = Fleet.serving(folder, webhooks, ports, deeds)) {
        crowd.come();
        suffer(fleet, size, database, () -> true);
      }
      try (var fleet = Fleet.serving(folder, shop.polling(), ports, deeds)) {
        suffer(fleet, size, database, () -> isShared(fleet.deeds(), size));
        crowd.leave();
        shop.box().nothingGoesWrong();
        NodesShop.forgetTheDead(database);
        new Audit(database, shop.box()).passes();
        assertThat(isShared(fleet.deeds(), size))
            .as("booked %s, polled %s", deeds.sales(), deeds.pollers())
            .isTrue();
      }
      print(database, crowd);
    }
  }

  /**
   * One node at a time: the one that polls, and then the one that has sold most, so that the duty
   * to poll comes round and the others catch up.
   */
  private void suffer(Fleet fleet, Size size, Database database, BooleanSupplier isShared) {
    var before = charges(database);
    var harms = 0;
    while (harms < size.harms()
        || charges(database) - before < size.sales()
        || (harms < size.mostHarms() && !isShared.getAsBoolean())) {
      pass(500 + chance.nextInt(2500));
      var busiest = fleet.busiest();
      var victim = harms % 2 == 0 ? fleet.poller().orElse(busiest) : busiest;
      if (chance.nextBoolean()) {
        victim.diesAnd(() -> pass(chance.nextInt(2000)));
        deaths++;
      } else {
        victim.freezesWhile(() -> pass(chance.nextInt((int) size.longestFreeze().toMillis())));
        freezes++;
      }
      harms++;
    }
  }

  private static boolean isShared(Deeds deeds, Size size) {
    var booked = deeds.sales().values();
    var all = booked.stream().mapToInt(Integer::intValue).sum();
    return deeds.pollers().size() >= size.pollers()
        && booked.size() == NODES
        && booked.stream().allMatch(one -> one >= all * size.share());
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private void pass(int millis) {
    try {
      assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long charges(Database database) {
    return database.count("SELECT count(*) FROM charge");
  }

  private void print(Database database, Crowd crowd) {
    System.out.printf(
        "%nnodes=%d seed=%d charges=%d deaths=%d freezes=%d booked=%s polled=%s told twice=%d%n",
        NODES,
        seed,
        charges(database),
        deaths,
        freezes,
        deeds.sales(),
        deeds.pollers(),
        goodsToldTwice(database, crowd));
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
}
