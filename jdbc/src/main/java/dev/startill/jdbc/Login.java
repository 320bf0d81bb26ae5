package dev.startill.jdbc;

import dev.startill.port.SettingsException;

/**
 * Where a store is: in which database, as whom that is opened, and under which names. Immutable;
 * its text form tells no password.
 *
 * @param url such as {@code jdbc:postgresql://host/shop}
 * @param user empty where the URL says it, or where there are none, as in SQLite
 * @param password empty likewise
 * @param tablePrefix what the names of the store's tables begin with
 */
public record Login(String url, String user, String password, TablePrefix tablePrefix) {
  /** One to a database that has no other tables. */
  public Login(String url, String user, String password) {
    this(url, user, password, TablePrefix.NONE);
  }

  /** One whose URL says all of it. */
  public static Login in(String url) {
    return new Login(url, "", "");
  }

  /**
   * The same for a store whose tables' names begin like this, such as {@code startill_}.
   *
   * @throws SettingsException if names cannot begin like that
   */
  public Login withTablePrefix(String prefix) {
    return new Login(url, user, password, new TablePrefix(prefix));
  }

  /** Whether a store can be in such a database; nobody is asked there. */
  public boolean canKeepAStore() {
    try {
      return !Dialect.of(this).language().isEmpty();
    } catch (SettingsException e) {
      return false;
    }
  }

  /** As whom; the URL stays out of it, for it may hold a password as well. */
  @Override
  public String toString() {
    return user.isEmpty() ? "a login" : "a login of " + user;
  }
}
