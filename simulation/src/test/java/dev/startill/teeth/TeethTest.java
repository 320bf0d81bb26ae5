package dev.startill.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation has teeth: it catches bugs that are planted into the shipped classes. */
class TeethTest {
  private static final int SEEDS = 2_000;
  private static final int THREADS = 2;
  private static final Logger ENGINE = Logger.getLogger("dev.startill");

  @BeforeAll
  static void hush() {
    ENGINE.setLevel(Level.OFF);
  }

  @ParameterizedTest
  @EnumSource
  void every_bug_finds_the_code_that_it_spoils(PlantedBug bug) {
    assertThat(new PatchedLoader(getClass().getClassLoader(), bug.patches())).isNotNull();
  }

  @Test
  void without_a_bug_nothing_is_caught() throws Exception {
    try (var sound = new Planted(List.of())) {
      for (var seed = 1; seed <= 20; seed++) {
        assertThat(sound.apply(seed)).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void three_planted_bugs_are_caught() throws Exception {
    assertThatAllAreCaught(
        EnumSet.of(
            PlantedBug.ACKNOWLEDGED_BEFORE_THE_COMMIT,
            PlantedBug.SECOND_CHARGE_DROPPED,
            PlantedBug.SETTLED_BEFORE_IT_WAS_SENT));
  }

  @Tag("long")
  @Test
  void all_planted_bugs_are_caught() throws Exception {
    assertThatAllAreCaught(EnumSet.allOf(PlantedBug.class));
  }

  private static void assertThatAllAreCaught(Set<PlantedBug> bugs) throws Exception {
    try (var hunters = Executors.newFixedThreadPool(THREADS)) {
      var hunts =
          bugs.stream().map(bug -> (Callable<Hunt.Bag>) () -> new Hunt(bug).upTo(SEEDS)).toList();
      var bags = hunters.invokeAll(hunts).stream().map(Future::resultNow).toList();
      bags.forEach(TeethTest::print);
      assertThat(bags).allSatisfy(bag -> assertThat(bag.caught()).as("%s", bag).isPresent());
    }
  }

  private static void print(Hunt.Bag bag) {
    System.out.printf(
        "%-36s %-32s %s %s%n",
        bag.bug(),
        bag.caught().map(c -> c.invariant().name()).orElse("NOT CAUGHT"),
        bag.caught().map(c -> "seed %d, step %d".formatted(c.seed(), c.step())).orElse(""),
        bag.others().isEmpty() ? "" : bag.others());
  }
}
