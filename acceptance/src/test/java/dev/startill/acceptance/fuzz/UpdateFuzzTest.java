package dev.startill.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.testkit.fuzz.Examples;
import dev.startill.testkit.fuzz.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt updates by the thousand, through the reader and the door into a store. How many, and from
 * which seed: {@code -Dfuzz=1000000 -Dfuzz.seed=7}.
 */
class UpdateFuzzTest {
  private static final int UPDATES_A_HISTORY = 100;
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_123L);

  /** A history in SQLite costs as much as a hundred in memory. */
  private static final int MEMORY_FOR_EACH_SQLITE = 100;

  private final Logger log = Logger.getLogger("dev.startill");
  private final Level level = log.getLevel();
  private final Map<String, Json> examples = examples();
  private final Reached reached = new Reached();

  @BeforeEach
  void say_nothing_of_what_is_meant_to_fail() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void speak_again() {
    log.setLevel(level);
  }

  @Test
  void no_update_escapes_or_is_half_written(@TempDir Path dir) throws Exception {
    fuzz(20_000, dir);
  }

  @Test
  @Tag("long")
  void no_update_of_half_a_million_escapes_or_is_half_written(@TempDir Path dir) throws Exception {
    fuzz(Long.getLong("fuzz", 500_000), dir);
  }

  private void fuzz(long updates, Path dir) throws Exception {
    var histories = updates / UPDATES_A_HISTORY;
    var begun = System.nanoTime();
    var next = new AtomicLong();
    inParallel(
        () -> {
          for (var number = next.getAndIncrement();
              number < histories;
              number = next.getAndIncrement()) {
            play(number, dir);
          }
          return null;
        });
    var seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%,d spoilt updates from seed %d in %.0f s: %,.0f a second%n%s",
        updates, SEED, seconds, updates / seconds, reached.table());
    for (var kind : List.of("checkout", "payment", "refund", "unreadable", "unreadable money")) {
      assertThat(reached.of(kind)).as(kind).isGreaterThan(updates / 100);
    }
  }

  private void play(long number, Path dir) {
    var shops =
        number % MEMORY_FOR_EACH_SQLITE == 0 ? Shops.inSqlite(dir, number) : Shops.inMemory();
    var seed = SEED * 1_000_003 + number;
    var history = new HistoryWriter(seed, Shops.OFFERS, examples).write(UPDATES_A_HISTORY);
    try {
      shops.play(history, reached);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "Seed %d, history %d: %s%nThe least that shows it:%n%s"
              .formatted(SEED, number, e, Shrunk.of(history, e)),
          e);
    }
  }

  /** What the documents say, and what the sandbox sent. */
  private static Map<String, Json> examples() {
    var all = new LinkedHashMap<>(Examples.updates());
    all.putAll(Examples.in(UpdateFuzzTest.class, "recorded.json"));
    return all;
  }

  /** On every core. */
  private static void inParallel(Callable<Void> work) throws Exception {
    var cores = Runtime.getRuntime().availableProcessors();
    try (var threads = Executors.newFixedThreadPool(cores)) {
      var all = IntStream.range(0, cores).mapToObj(i -> threads.submit(work)).toList();
      for (var one : all) {
        one.get();
      }
    }
  }
}
