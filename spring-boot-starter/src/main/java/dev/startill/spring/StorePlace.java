package dev.startill.spring;

import dev.startill.jdbc.JdbcStore;
import dev.startill.jdbc.Login;
import dev.startill.jdbc.ServeLock;
import dev.startill.port.SettingsException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The database that the store is in; where it is a file, this application's right to serve it.
 * Immutable. Closed after the store.
 *
 * @param login where it is, and under which names
 * @param origin who says so
 * @param lock the right, where the database is a file
 */
record StorePlace(Login login, Origin origin, Optional<ServeLock> lock) implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  /** An application has tables, and one called orders more often than not. */
  private static final String BESIDE_OTHERS = "startill_";

  /** Who says where the books are. */
  enum Origin {
    /** {@code startill.store.url}. */
    PROPERTIES,
    /** The application's DataSource. */
    DATA_SOURCE,
    /** Nobody but a test. */
    FALLBACK
  }

  /**
   * What the properties name, else where the DataSource leads.
   *
   * @throws MisconfiguredException if there is neither, or no table could be called as is asked for
   */
  static StorePlace of(
      StartillProperties.Store store, DataSources dataSources, Optional<FallbackStore> fallback) {
    if (StringUtils.hasText(store.url())) {
      var login =
          new Login(
              store.url(),
              Objects.requireNonNullElse(store.username(), ""),
              Objects.requireNonNullElse(store.password(), ""));
      return at(named(login, store.tablePrefix(), ""), Origin.PROPERTIES);
    }
    if (fallback.isPresent() && dataSources.login().filter(Login::canKeepAStore).isEmpty()) {
      return at(Login.in(fallback.get().url()), Origin.FALLBACK);
    }
    return at(
        named(dataSources.mustLead(), store.tablePrefix(), BESIDE_OTHERS), Origin.DATA_SOURCE);
  }

  private static Login named(Login login, @Nullable String prefix, String usual) {
    try {
      return login.withTablePrefix(Objects.requireNonNullElse(prefix, usual));
    } catch (SettingsException e) {
      throw new MisconfiguredException(
          "startill.store.table-prefix cannot be that. " + e.getMessage(),
          "Set it to a word such as startill_, or take it away.");
    }
  }

  /**
   * Opens the store.
   *
   * @throws MisconfiguredException if there can be none in such a database
   */
  JdbcStore open(Function<Login, JdbcStore> opening) {
    try {
      return opening.apply(login);
    } catch (SettingsException e) {
      throw new MisconfiguredException(
          "Startill cannot keep its books there. " + e.getMessage(),
          "See to that, or set startill.store.url to another database of SQLite, PostgreSQL, MariaDB"
              + " or MySQL.");
    }
  }

  /** Whether other nodes may share it. */
  boolean isShared() {
    return lock.isEmpty();
  }

  @Override
  public void close() {
    lock.ifPresent(ServeLock::close);
  }

  private static StorePlace at(Login login, Origin origin) {
    var isFile = login.url().startsWith(SQLITE);
    return new StorePlace(
        login, origin, isFile ? Optional.of(ServeLock.take(login.url())) : Optional.empty());
  }
}
