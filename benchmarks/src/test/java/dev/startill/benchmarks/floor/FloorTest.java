package dev.startill.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.benchmarks.telegram.Count;
import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FloorTest {
  private static final int SALES = 100;

  @TempDir private Path folder;

  @Test
  void it_sells_by_polling() throws Exception {
    assertThat(sold(Duration.ZERO, 0, Map.of("UPDATES", "polling"))).matches(Count::isClean);
  }

  @Test
  void it_sells_by_webhook() throws Exception {
    assertThat(sold(Duration.ZERO, 0, webhook())).matches(Count::isClean);
  }

  @Test
  void what_comes_twice_is_sold_once() throws Exception {
    assertThat(sold(Duration.ZERO, 0.5, Map.of())).matches(Count::isClean);
    assertThat(sold(Duration.ZERO, 0.5, webhook())).matches(Count::isClean);
  }

  @Test
  void a_round_trip_takes_its_time() throws Exception {
    var begun = System.nanoTime();
    sold(Duration.ofMillis(10), 0, Map.of());
    var ideal = Duration.ofMillis(30).multipliedBy(SALES / 16);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(ideal);
  }

  private Count sold(Duration roundTrip, double repeats, Map<String, String> told)
      throws Exception {
    try (var telegram = Telegram.start(new Telegram.Manner(roundTrip, repeats, 1))) {
      var all = new HashMap<>(told);
      all.put("BOT_TOKEN", "1:a");
      all.put("API_ROOT", "http://127.0.0.1:" + telegram.port());
      all.put("DATA", Files.createTempDirectory(folder, "floor").toString());
      try (var floor = Floor.open(all)) {
        telegram.firstInvoice().join();
        telegram.openTo(16);
        while (telegram.count().paid() < SALES) {
          Thread.onSpinWait();
        }
        telegram.closeMarket();
        while (telegram.underWay() > 0) {
          Thread.onSpinWait();
        }
        assertThat(floor).isNotNull();
        return telegram.count();
      }
    }
  }

  private static Map<String, String> webhook() throws IOException {
    try (var socket = new ServerSocket(0)) {
      var port = Integer.toString(socket.getLocalPort());
      return Map.of(
          "UPDATES",
          "webhook",
          "WEBHOOK_PORT",
          port,
          "WEBHOOK_URL",
          "http://127.0.0.1:" + port + "/telegram");
    }
  }
}
