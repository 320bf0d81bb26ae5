package dev.startill.teeth;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.simulation.Invariant;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page that tells what holds, and how anybody knows that it is looked at. */
class InvariantsPageTest {
  @Test
  void the_page_tells_of_every_invariant_and_every_planted_bug() throws IOException {
    Golden.page("docs/reference/invariants.md", page());
  }

  @Test
  void there_are_25_planted_bugs_at_least() {
    assertThat(PlantedBug.values()).hasSizeGreaterThanOrEqualTo(25);
  }

  /** That the engine crashes is what does not count as a catch. */
  @Test
  void every_invariant_has_a_bug_that_it_catches() {
    var catchers = EnumSet.of(Invariant.NO_DEFECT);
    for (var bug : PlantedBug.values()) {
      catchers.addAll(bug.catchers());
    }
    assertThat(catchers).containsExactlyInAnyOrder(Invariant.values());
  }

  private static String page() {
    return """
      # What holds, whatever happens

      `./startill simulate` makes up histories: the real engine and the real SQLite store, a Telegram and buyers that
      do what they like, lost answers, refused refunds, a process that dies at any moment, clocks that jump. After
      every step of a history a checker, which believes nothing but the database and Telegram's own books, asks
      whether each of the following holds. The first that does not ends the history, and its seed is printed:
      `./startill simulate --seed N --histories 1 --trace` tells it again, line by line.

      An invariant is looked at after each *step*, at each *word* that the engine says to Telegram or to a handler of
      the merchant's, or at the *end*, when the weather has cleared up and nothing moves any more.

      %s
      ## Bugs that are planted, to see that they are caught

      A checker that cannot fail proves nothing. So each of these mistakes is planted into the shipped classes while they
      are loaded, and histories are run until the simulation catches it: by one of the invariants that are
      named, within 2,000 seeds, and not because the engine crashed. The build fails if one is not caught, and also if
      one no longer finds the code that it is to spoil. `mvn verify -Plong -pl simulation -am` hunts all of them; three of them
      are hunted in every build.

      %s
      Generated from `Invariant` and `PlantedBug`.
      """
        .formatted(invariants(), bugs());
  }

  private static String invariants() {
    return Arrays.stream(Invariant.values())
        .map(InvariantsPageTest::line)
        .collect(
            joining(
                "",
                "| invariant | looked at | what it says | planted bugs |\n|---|---|---|---|\n",
                ""));
  }

  private static String line(Invariant invariant) {
    var caught =
        Arrays.stream(PlantedBug.values())
            .filter(bug -> bug.catchers().contains(invariant))
            .map(bug -> "`%s`".formatted(bug))
            .collect(joining(", "));
    return "| <a id=\"%s\"></a>`%s` | %s | %s | %s |%n"
        .formatted(
            anchor(invariant),
            invariant,
            invariant.moment().name().toLowerCase(Locale.ROOT),
            invariant.sentence(),
            caught.isEmpty() ? "–" : caught);
  }

  private static String bugs() {
    return Arrays.stream(PlantedBug.values())
        .map(InvariantsPageTest::line)
        .collect(joining("", "| planted bug | what is wrong | caught by |\n|---|---|---|\n", ""));
  }

  private static String line(PlantedBug bug) {
    return "| `%s` | %s | %s |%n"
        .formatted(
            bug,
            bug.sentence(),
            bug.catchers().stream()
                .sorted()
                .map(by -> "[`%s`](#%s)".formatted(by, anchor(by)))
                .collect(joining(" or ")));
  }

  private static String anchor(Invariant invariant) {
    return invariant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
