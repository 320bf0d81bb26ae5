package dev.startill.jdbc;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A dialect's words for each statement, with the names of tables still to be filled in. Immutable.
 *
 * @param words all of them
 */
record Statements(Map<Sql, String> words) {
  private static final String COMMON = "/dev/startill/jdbc/statements.sql";
  private static final Pattern NAME = Pattern.compile("(?m)^-- ([A-Z_]+)$");

  /** In common words, but where this file of a dialect has others. */
  static Statements in(String path) {
    var found = new EnumMap<Sql, String>(Sql.class);
    gather(COMMON, found);
    gather(path, found);
    for (var statement : Sql.values()) {
      if (!found.containsKey(statement)) {
        throw new IllegalStateException(
            "Neither %s nor %s has %s.".formatted(COMMON, path, statement));
      }
    }
    return new Statements(found);
  }

  /** As one store says them. */
  Map<Sql, String> filled(TablePrefix prefix) {
    var filled = new EnumMap<>(words);
    filled.replaceAll((statement, words) -> prefix.fill(words));
    return filled;
  }

  private static void gather(String path, Map<Sql, String> found) {
    var text = Resources.read(path);
    var names = NAME.matcher(text).results().toList();
    for (var i = 0; i < names.size(); i++) {
      var end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
      var words = text.substring(names.get(i).end(), end).strip();
      found.put(Sql.valueOf(names.get(i).group(1)), words);
    }
  }
}
