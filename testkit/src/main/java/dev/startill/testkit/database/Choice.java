package dev.startill.testkit.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Which server a developer wants, said by a system property: its place, {@code skip}, or nothing.
 *
 * @param product its name
 * @param property the system property's name
 */
record Choice(String product, String property) {
  /**
   * What is named; empty where we are to find one.
   *
   * @throws TestAbortedException if tests that need it are to be skipped
   */
  Optional<Path> named() {
    var said = System.getProperty(property, "");
    if (said.equals("skip")) {
      System.err.printf("*** TESTS OF %s ARE SKIPPED, as -D%s=skip says.%n", loud(), property);
      throw new TestAbortedException(product + " is skipped.");
    }
    return Optional.of(said).filter(place -> !place.isEmpty()).map(Path::of);
  }

  /**
   * Nothing that was found can be started: a loud end, never a silent pass.
   *
   * @param remedy what to do
   */
  IllegalStateException unmet(String remedy) {
    return new IllegalStateException(
        "*** NO %s CAN BE STARTED HERE: %s with -D%3$s=…, or skip these tests with -D%3$s=skip."
            .formatted(loud(), remedy, property));
  }

  private String loud() {
    return product.toUpperCase(Locale.ROOT);
  }
}
