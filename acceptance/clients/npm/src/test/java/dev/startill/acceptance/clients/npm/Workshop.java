package dev.startill.acceptance.clients.npm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder in which the shops run: a copy of {@code shops} in {@code target/npm}, with what its
 * package-lock.json names installed beside it. Made at first use and kept until the lock changes.
 */
final class Workshop {
  private static final Path SHOPS = Path.of("shops").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();
  private static final String LOCK = "package-lock.json";

  /** The lock whose libraries are installed; a half-done installation leaves none. */
  private static final Path INSTALLED = FOLDER.resolve("node_modules").resolve("installed.json");

  private Workshop() {}

  /**
   * The folder, ready. Without Node or the registry the test is skipped, or fails where the clients
   * are demanded ({@code mvn -Plong}).
   */
  static synchronized Path open() {
    if (Node.version() < Node.OLDEST || !Node.hasNpm()) {
      giveUp(
          "they need node (from %d on) and npm on the PATH. On Debian: apt-get install nodejs npm"
              .formatted(Node.OLDEST));
    }
    try {
      copyShops();
      if (!Files.exists(INSTALLED) || Files.mismatch(INSTALLED, SHOPS.resolve(LOCK)) >= 0) {
        install();
        Files.copy(SHOPS.resolve(LOCK), INSTALLED);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FOLDER;
  }

  /** Which version of a library is installed. */
  static String version(String library) {
    var manifest = open().resolve("node_modules").resolve(library).resolve("package.json");
    return JsonMapper.shared().readTree(manifest).path("version").asString();
  }

  private static void copyShops() throws IOException {
    try (var files = Files.walk(SHOPS)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = FOLDER.resolve(SHOPS.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void install() throws IOException {
    var said = FOLDER.resolve("npm-ci.log");
    var npm =
        new ProcessBuilder("npm", "ci", "--prefer-offline", "--fetch-retries=1")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!ended(npm)) {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
      giveUp("npm ci did not end within five minutes:\n" + Files.readString(said));
    }
    if (npm.exitValue() != 0) {
      giveUp(
          "npm ci could not install them; is the registry within reach?\n"
              + Files.readString(said));
    }
  }

  private static boolean ended(Process npm) {
    try {
      return npm.waitFor(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void giveUp(String why) {
    var words = "the clients from npm were not tried: " + why;
    if ("demanded".equals(System.getProperty("npm.clients"))) {
      Assertions.fail(words);
    }
    Assumptions.abort(words);
  }
}
