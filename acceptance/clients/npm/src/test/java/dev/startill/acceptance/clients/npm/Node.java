package dev.startill.acceptance.clients.npm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The Node of this machine. */
final class Node {
  /** The oldest that all of the libraries run on: GramIO's uploads need File, which 18 lacks. */
  static final int OLDEST = 20;

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

  /** Found once; a machine does not change under a run. */
  private static final int FOUND = find();

  private Node() {}

  /** Its major version; 0 where there is none. */
  static int version() {
    return FOUND;
  }

  /** Whether npm answers. */
  static boolean hasNpm() {
    return !said("npm", "--version").isEmpty();
  }

  private static int find() {
    var version = VERSION.matcher(said("node", "--version"));
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
