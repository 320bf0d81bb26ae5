package dev.startill.server.config;

import dev.startill.port.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a file; everything is told at once. For one thread. */
final class Problems {
  /** More than these help nobody. */
  private static final int TOLD = 50;

  /** The form of a bot's token, wherever somebody put it by mistake. */
  private static final Pattern TOKEN = Pattern.compile("\\d{3,}:[A-Za-z0-9_-]{8,}");

  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem: where, what is wrong, and the remedy. */
  void add(Place place, String what, String remedy) {
    var words = place + ": " + what + " " + remedy;
    found.add(new Problem(place.line(), TOKEN.matcher(words).replaceAll("(a token)")));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Throws what was found, if anything was. */
  void throwAny() {
    if (!isEmpty()) {
      throw new SettingsException(inWords());
    }
  }

  private String inWords() {
    var lines = new ArrayList<String>();
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .limit(TOLD)
        .forEach(problem -> lines.add(problem.words()));
    if (found.size() > TOLD) {
      lines.add("… and %d more.".formatted(found.size() - TOLD));
    }
    return String.join("\n", lines);
  }

  private record Problem(int line, String words) {}

  /**
   * Where something stands.
   *
   * @param file as it was named to us, or {@code environment}
   * @param line from 1; 0 if there are no lines
   */
  record Place(String file, int line) {
    /** The variables that override the file. */
    static final Place ENVIRONMENT = new Place("environment", 0);

    @Override
    public String toString() {
      return line == 0 ? file : file + ":" + line;
    }
  }
}
