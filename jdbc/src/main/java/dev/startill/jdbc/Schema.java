package dev.startill.jdbc;

import dev.startill.port.SettingsException;

/**
 * The schema as a script, for those who change their databases themselves and start Startill with
 * {@code store.migrate: false}.
 */
public final class Schema {
  private Schema() {}

  /**
   * The statements that make the newest schema, with the notes that they were taken.
   *
   * @param language {@code sqlite}, {@code postgresql} or {@code mysql}, which is MariaDB's as well
   * @param after the newest step that the database has; 0 for an empty one
   * @throws SettingsException if there is no such dialect
   */
  public static String script(String language, int after) {
    return script(language, after, TablePrefix.NONE);
  }

  /**
   * The same, for a store whose tables' names begin like this.
   *
   * @throws SettingsException likewise
   */
  public static String script(String language, int after, TablePrefix prefix) {
    var dialect = Dialect.named(language, prefix);
    var script = new StringBuilder();
    if (after == 0) {
      script.append(dialect.printed(dialect.words(Sql.NOTES) + ";\n"));
    }
    for (var step : dialect.migrations()) {
      if (step.number() > after) {
        script.append("\n-- Step %d: %s.\n\n".formatted(step.number(), step.name()));
        script.append(dialect.printed(dialect.filled(step.script()).strip() + "\n"));
        script.append(step.empty().isEmpty() ? "" : dialect.filled(step.empty()) + "\n");
        script.append(dialect.filled(note(step)));
      }
    }
    return script.toString();
  }

  private static String note(Migration step) {
    return """

    INSERT INTO {startill_migration} (number, name, applied_at) VALUES (%d, '%s', 0);
    """
        .formatted(step.number(), step.name());
  }
}
