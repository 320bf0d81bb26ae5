package dev.startill.server.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the shop in the commands that a text suggests, so that they can be typed as they stand.
 * Immutable.
 *
 * @param file the shop's file as it was given; empty if it was not
 */
record ShopHint(String file) {
  static final ShopHint NONE = new ShopHint("");

  private static final String OPTION = "--config";
  private static final String USUAL = "startill.yaml";
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\./startill (?:serve|doctor|reconcile|refund|cases|outbox|verify|report|export)\\b"
              + "(?! --help)");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  /** Of the shop that these arguments name. */
  static ShopHint of(List<String> arguments) {
    var file = "";
    for (var i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        file = arguments.get(++i);
      } else if (argument.startsWith(OPTION + "=")) {
        file = argument.substring(OPTION.length() + 1);
      }
    }
    return file.equals(USUAL) ? NONE : new ShopHint(file);
  }

  /** The text, its commands with the shop. */
  String in(String text) {
    return file.isEmpty()
        ? text
        : COMMAND
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(found.group() + named()));
  }

  /** As a shell reads it. */
  private String named() {
    var quoted = PLAIN.matcher(file).matches() ? file : "'" + file.replace("'", "'\\''") + "'";
    return " " + OPTION + " " + quoted;
  }
}
