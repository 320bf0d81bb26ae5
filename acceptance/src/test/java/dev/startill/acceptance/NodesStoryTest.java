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
   * @param longestFreeze of a node
   */
  private record Size(int buyers, int sales, int harms, Duration longestFreeze) {}

  @Test
  void three_nodes_that_die_and_freeze_lose_nothing() throws Exception {
    run(new Size(8, 60, 3, Duration.ofSeconds(7)));
    assertThat(deeds.pollers()).as("who polled").hasSizeGreaterThan(1);
  }

  @Test
  @Tag("long")
  void thousands_of_sales_of_three_nodes_are_shared_and_none_is_lost() throws Exception {
    var sales = Integer.getInteger("sales", 5_000);
    run(new Size(32, sales / 2, 30, Duration.ofSeconds(12)));
    assertThat(deeds.pollers()).as("who polled").hasSize(NODES);
    assertThat(deeds.sales()).hasSize(NODES);
    var all = deeds.sales().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(deeds.sales().values())
        .as("sales that each booked")
        .allMatch(booked -> booked >= all / 5);
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
        suffer(fleet, size, database);
      }
      try (var fleet = Fleet.serving(folder, shop.polling(), ports, deeds)) {
        suffer(fleet, size, database);
        crowd.leave();
        shop.box().nothingGoesWrong();
        NodesShop.forgetTheDead(database);
        new Audit(database, shop.box()).passes();
        assertThat(fleet.members()).hasSize(NODES);
      }
      print(database, crowd);
    }
  }

  /**
   * One node at a time: the one that polls, and then the one that has sold most, so that the duty
   * to poll comes round.
   */
  private void suffer(Fleet fleet, Size size, Database database) throws InterruptedException {
    var before = charges(database);
    var harms = 0;
    while (harms < size.harms() || charges(database) - before < size.sales()) {
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
