package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the names of a store's tables begin with, and of whatever else it makes in a database: so
 * that it has room beside an application's own tables, or beside another store. In SQL of ours a
 * name stands in braces, {@code {orders}}, until a prefix fills it in. Immutable.
 *
 * @param text a letter from a to z, then up to 30 of a to z, 0 to 9 and _; or nothing at all
 */
public record TablePrefix(String text) {
  /** Lower case needs no quotes anywhere; with any name of ours behind it, it is below 63 bytes. */
  private static final Pattern VALID = Pattern.compile("([a-z][a-z0-9_]{0,30})?");

  private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

  /** The names as they are. */
  public static final TablePrefix NONE = new TablePrefix("");

  /**
   * A prefix.
   *
   * @throws SettingsException if names cannot begin like that
   */
  public TablePrefix {
    if (!VALID.matcher(text).matches()) {
      throw new SettingsException(
          "A table prefix is a letter from a to z and up to 30 more of a to z, 0 to 9 and _, such as startill_, unlike '%s'."
              .formatted(text));
    }
  }

  /** Words with the names of this store's tables in the place of those in braces. */
  String fill(String words) {
    return NAME.matcher(words).replaceAll(text + "$1");
  }

  /** Which names words have in braces, as this store has them. */
  Set<String> names(String words) {
    return NAME.matcher(words)
        .results()
        .map(name -> text + name.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public String toString() {
    return text;
  }
}
