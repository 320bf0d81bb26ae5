package dev.startill.benchmarks.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the command line says: {@code --name value}, each name at most once. Immutable. */
final class Options {
  private final Map<String, String> given = new HashMap<>();

  private Options() {}

  /** Reads a command line; refuses a name that is not known. */
  static Options of(List<String> names, String... args) {
    var options = new Options();
    for (var i = 0; i < args.length; i += 2) {
      var name = args[i].replaceFirst("^--", "");
      if (!names.contains(name) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "'%s' is not known, or has no value; there are --%s."
                .formatted(args[i], String.join(", --", names)));
      }
      options.given.put(name, args[i + 1]);
    }
    return options;
  }

  String text(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  Path path(String name, String otherwise) {
    return Path.of(text(name, otherwise));
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  /** A time in seconds. */
  Duration seconds(String name, double otherwise) {
    return Duration.ofMillis(
        (long) (Double.parseDouble(text(name, Double.toString(otherwise))) * 1000));
  }

  /** Words between commas. */
  List<String> list(String name, String otherwise) {
    return words(text(name, otherwise)).toList();
  }

  /** What stands between commas. */
  static Stream<String> words(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
  }
}
