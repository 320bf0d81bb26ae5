package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A merchant's handler that hangs delays its own goods, and nobody's checkout, invoice or goods
 * else.
 */
class SlowHandlerStoryTest {
  /** More than ever leave at once, through handlers or otherwise. */
  private static final int HANGING = 96;

  private static final int BUYERS = 60;
  private static final int AT_ONCE = 6;

  /** Telegram gives a checkout ten seconds; this is no benchmark, only far from them. */
  private static final double CHECKOUT_BOUND = 2_000;

  @TempDir Path folder;
  private final CountDownLatch mended = new CountDownLatch(1);

  @Test
  void while_every_hand_hangs_checkouts_are_answered_and_invoices_and_other_goods_leave()
      throws Exception {
    try (var box = Box.open();
        var shop = new JavaShop(folder, box, Settings.defaults(), purchase -> mended.await())) {
      var students = crowd(box, "Student", HANGING);
      students.forEach(student -> student.pays(student.asks("/course")));
      Until.holds(
          "all hands are busy",
          () ->
              shop.database()
                      .count("SELECT count(*) FROM outbox WHERE leased = 1 AND kind = 'HAND_OVER'")
                  >= Settings.defaults().handlers());
      var times = sell(crowd(box, "Reader", BUYERS));
      times.print();
      assertThat(percentile(times.checkouts(), 99)).isLessThan(CHECKOUT_BOUND);
      assertThat(shop.database().count("SELECT count(*) FROM orders WHERE goods = 'HANDED_OVER'"))
          .isEqualTo(BUYERS);
      mended.countDown();
      Until.holds(
          "the handler's goods are out as well",
          () ->
              shop.database().count("SELECT count(*) FROM orders WHERE goods = 'HANDED_OVER'")
                  == BUYERS + HANGING);
    }
  }

  private record Times(List<Double> invoices, List<Double> checkouts, List<Double> goods) {
    void print() {
      System.out.printf("with %d hanging hand-overs, in ms (p50 / p99):%n", HANGING);
      print("from the command to the invoice", invoices);
      print("from the confirmation to \"paid\"", checkouts);
      print("from \"paid\" to the goods", goods);
    }

    private static void print(String what, List<Double> times) {
      System.out.printf(
          "  %-34s %.0f / %.0f%n", what, percentile(times, 50), percentile(times, 99));
    }
  }

  private static Times sell(List<Buyer> buyers) {
    var times =
        new Times(
            Collections.synchronizedList(new ArrayList<>()),
            Collections.synchronizedList(new ArrayList<>()),
            Collections.synchronizedList(new ArrayList<>()));
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      buyers.forEach(buyer -> threads.execute(() -> sell(buyer, times)));
    }
    assertThat(times.goods()).hasSize(buyers.size());
    return times;
  }

  private static void sell(Buyer buyer, Times times) {
    var asked = System.nanoTime();
    var invoice = buyer.asks("/guide");
    var invoiced = System.nanoTime();
    assertThat(buyer.pays(invoice).get("status").asString()).isEqualTo("paid");
    var paid = System.nanoTime();
    buyer.awaits("Your guide");
    times.invoices().add((invoiced - asked) / 1e6);
    times.checkouts().add((paid - invoiced) / 1e6);
    times.goods().add((System.nanoTime() - paid) / 1e6);
  }

  private static double percentile(List<Double> times, int percent) {
    var sorted = times.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static List<Buyer> crowd(Box box, String name, int size) {
    return IntStream.range(0, size).mapToObj(i -> box.buyer(name + " " + i, 1000)).toList();
  }
}
