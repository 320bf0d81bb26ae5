package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.testkit.database.PostgresPair;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes sell on a PostgreSQL whose primary is killed under them. The synchronous standby
 * takes its place, the nodes find it by themselves, and the dead one comes back as the next
 * standby.
 */
class FailoverStoryTest {
  private static final int NODES = 3;
  private static final int BUYERS = 8;

  /** Telegram brings again what a webhook did not take after pauses of up to two minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  private final CountDownLatch never = new CountDownLatch(1);
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random chance = new Random(seed);
  private final Deeds deeds = new Deeds();
  private final Set<String> acknowledged = new HashSet<>();

  /** From the promotion to the first charge that was booked after it. */
  private final List<Duration> outages = new ArrayList<>();

  /** A database that is on two servers, of which one is the primary. */
  private record Books(PostgresPair servers, String name) {
    static Books on(PostgresPair servers) throws Exception {
      return new Books(servers, servers.primary().create());
    }

    Database ofThePrimary() {
      return new Database(servers.primary().url(name));
    }

    Database ofTheStandby() {
      return new Database(servers.standby().url(name));
    }

    long charges() {
      return ofThePrimary().count("SELECT count(*) FROM charge");
    }
  }

  @Test
  void a_primary_that_dies_takes_no_sale_with_it() throws Exception {
    run(0, 1);
  }

  @Test
  @Tag("long")
  void primaries_that_die_one_after_another_take_no_sale_with_them() throws Exception {
    var failovers = Integer.getInteger("failovers", 5);
    run(failovers / 2, failovers - failovers / 2);
  }

  /** First Telegram brings updates to a load balancer; then the nodes ask for them in turn. */
  private void run(int byWebhook, int byPolling) throws Exception {
    var ports = Fleet.freePorts(NODES);
    var nodes = ports.stream().map(port -> URI.create("http://127.0.0.1:" + port)).toList();
    try (var servers = PostgresPair.start();
        var sandbox = Shop.running(made("telegram"), "sandbox", "--port", "0", "--local");
        var balancer = Balancer.before(nodes)) {
      var books = Books.on(servers);
      var shop = NodesShop.of(sandbox, servers.url(books.name()));
      var crowd = new Crowd(shop.box(), BUYERS).come();
      if (byWebhook > 0) {
        var webhooks = shop.webhooks(balancer.url("/telegram"));
        try (var fleet = Fleet.serving(folder, webhooks, ports, deeds)) {
          failOver(byWebhook, books, fleet, balancer::acknowledged);
        }
      }
      try (var fleet = Fleet.serving(folder, shop.polling(), ports, deeds)) {
        failOver(byPolling, books, fleet, new TelegramsBooks(shop.box())::acknowledged);
        crowd.leave();
        shop.box().nothingGoesWrong();
        NodesShop.forgetTheDead(books.ofThePrimary());
        new Audit(books.ofThePrimary(), shop.box()).passes();
        theShopFindsItsBooksWhole(ports.getFirst());
      }
      print(books.charges());
    }
  }

  private void failOver(int times, Books books, Fleet fleet, Supplier<Set<String>> told) {
    var servers = books.servers();
    for (var death = 0; death < times; death++) {
      sell(books, 10 + chance.nextInt(40));
      if (death % 2 == 0) {
        servers.standbyStalls();
        pass(chance.nextInt(1000));
        servers.primaryDies();
        servers.standbyRestarts();
      } else {
        servers.primaryDies();
      }
      nothingAcknowledgedIsMissing(books, told);
      var promoted = System.nanoTime();
      servers.promote();
      sell(books, 1);
      outages.add(Duration.ofNanos(System.nanoTime() - promoted));
      servers.mend();
      Until.holds("all nodes are well", fleet::isWell);
    }
  }

  private void pass(int millis) {
    try {
      assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void sell(Books books, int sales) {
    var before = books.charges();
    Until.holds(sales + " more sales", PATIENCE, () -> books.charges() >= before + sales);
  }

  /** The standby, which nobody can write to yet, has all charges that Telegram will not repeat. */
  private void nothingAcknowledgedIsMissing(Books books, Supplier<Set<String>> told) {
    var toldOf = told.get();
    books.servers().catchUp();
    assertThat(books.ofTheStandby().rows("SELECT id FROM charge"))
        .as("charges on the standby")
        .containsAll(toldOf);
    acknowledged.addAll(toldOf);
  }

  /** As its operator would ask. */
  private void theShopFindsItsBooksWhole(int port) throws IOException {
    var config = folder.resolve("node-" + port).resolve("startill.yaml").toString();
    try (var verify = Shop.running(made("verify"), "verify", "--config", config)) {
      assertThat(verify.awaitExit()).as("%s", verify.said()).isZero();
    }
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private void print(long charges) {
    var sorted = outages.stream().map(Duration::toMillis).sorted().toList();
    System.out.printf(
        "%nfailovers=%d seed=%d charges=%d acknowledged before a death=%d booked=%s polled=%s "
            + "ms from promotion to sale: median=%d longest=%d%n",
        sorted.size(),
        seed,
        charges,
        acknowledged.size(),
        deeds.sales(),
        deeds.pollers(),
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }
}
