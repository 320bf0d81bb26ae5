package dev.startill.acceptance.clients.npm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder of this module with what its package-lock.json names installed beside a copy of it in
 * {@code target}. Made at first use and kept until the lock changes.
 */
final class Packages {
  private static final int MINUTES = 5;
  private static final String LOCK = "package-lock.json";

  /** Runners tell that a test was skipped and seldom why; so it is said here, once. */
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private static final List<String> NPM_CI =
      List.of(
          "npm",
          "ci",
          "--prefer-offline",
          "--fetch-retries=3",
          "--fetch-retry-mintimeout=1000",
          "--fetch-retry-maxtimeout=5000");

  private final Path origin;
  private final Path folder;

  /** The lock whose packages are installed; a half-done installation leaves none. */
  private final Path installed;

  /** Why the first attempt failed; nobody waits for a second one. */
  private String failure = "";

  Packages(String name) {
    origin = Path.of(name).toAbsolutePath();
    folder = Path.of("target", name).toAbsolutePath();
    installed = folder.resolve("node_modules").resolve("installed.json");
  }

  /** The copy, ready; where npm cannot make it so, the test is given up. */
  synchronized Path open() {
    try {
      copy();
      if (failure.isEmpty()
          && (!Files.exists(installed) || Files.mismatch(installed, origin.resolve(LOCK)) >= 0)) {
        install();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!failure.isEmpty()) {
      giveUp(failure);
    }
    return folder;
  }

  /** Skips the test, or fails it where the clients are demanded ({@code mvn -Plong}). */
  static void giveUp(String why) {
    var words = "the clients from npm were not tried: " + why;
    if ("demanded".equals(System.getProperty("npm.clients"))) {
      Assertions.fail(words);
    }
    if (SAID.add(why)) {
      System.err.println(words);
    }
    Assumptions.abort(words);
  }

  private void copy() throws IOException {
    try (var files = Files.walk(origin)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(origin.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void install() throws IOException {
    var said = folder.resolve("npm-ci.log");
    var npm =
        new ProcessBuilder(NPM_CI)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!ended(npm)) {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
      failure = "npm ci did not end within " + MINUTES + " minutes:\n" + Files.readString(said);
    } else if (npm.exitValue() != 0) {
      failure = "npm ci failed; is the registry within reach?\n" + Files.readString(said);
    } else {
      Files.copy(origin.resolve(LOCK), installed);
    }
  }

  private static boolean ended(Process npm) {
    try {
      return npm.waitFor(MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
