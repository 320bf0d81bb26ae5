package dev.startill.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the SQL files that lie beside the classes. */
final class Resources {
  private static final String COMMON = "/dev/startill/jdbc/statements.sql";
  private static final Pattern NAME = Pattern.compile("(?m)^-- ([A-Z_]+)$");

  private Resources() {}

  /** A file's text. */
  static String read(String path) {
    try (var in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from this build.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All statements: in common words, but where this file of a dialect has others. */
  static Map<Sql, String> statements(String path) {
    var found = new EnumMap<Sql, String>(Sql.class);
    gather(COMMON, found);
    gather(path, found);
    for (var statement : Sql.values()) {
      if (!found.containsKey(statement)) {
        throw new IllegalStateException(
            "Neither %s nor %s has %s.".formatted(COMMON, path, statement));
      }
    }
    return found;
  }

  private static void gather(String path, Map<Sql, String> found) {
    var text = read(path);
    var names = NAME.matcher(text).results().toList();
    for (var i = 0; i < names.size(); i++) {
      var end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
      var words = text.substring(names.get(i).end(), end).strip();
      found.put(Sql.valueOf(names.get(i).group(1)), words);
    }
  }
}
