package dev.startill.acceptance.clients.npm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Where the shops run: their folder with their libraries, and the Node that runs them. */
final class Workshop {
  /** The oldest Node that all of the libraries run on: GramIO's uploads need what 18 lacks. */
  private static final int OLDEST = 20;

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");
  private static final Packages SHOPS = new Packages("shops");
  private static final Packages NODE = new Packages("node");

  private Workshop() {}

  /** The shops' folder, ready to run them; without Node or npm the test is given up. */
  static Path open() {
    if (Tools.NODE == 0 || !Tools.NPM) {
      Packages.giveUp("they need node and npm on the PATH. On Debian: apt-get install nodejs npm");
    }
    return SHOPS.open();
  }

  /** The program that runs them: the machine's own Node or, where that is too old, one from npm. */
  static String node() {
    return Tools.NODE >= OLDEST ? "node" : newerNode().toString();
  }

  /** Which version of a library is installed. */
  static String version(String library) {
    var manifest = open().resolve("node_modules").resolve(library).resolve("package.json");
    return JsonMapper.shared().readTree(manifest).path("version").asString();
  }

  private static Path newerNode() {
    var modules = NODE.open().resolve("node_modules");
    try (var packages = Files.list(modules)) {
      var found =
          packages
              .map(one -> one.resolve("bin").resolve("node"))
              .filter(Files::isExecutable)
              .findFirst();
      if (found.isEmpty()) {
        Packages.giveUp(
            "this machine's Node is older than " + OLDEST + ", and npm has none for it");
      }
      return found.orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this machine has; asked once, because npm takes its time to say its version. */
  private static final class Tools {
    static final int NODE = major(said("node", "--version"));
    static final boolean NPM = !said("npm", "--version").isEmpty();

    private static int major(String words) {
      var version = VERSION.matcher(words);
      return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String said(String... command) {
      try {
        var process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = process.getInputStream()) {
          return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
      } catch (IOException notInstalled) {
        return "";
      }
    }
  }
}
