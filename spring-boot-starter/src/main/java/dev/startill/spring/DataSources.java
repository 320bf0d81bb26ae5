package dev.startill.spring;

import dev.startill.jdbc.Login;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Where the application's DataSource leads. The store opens connections of its own there: what its
 * promise rests on is said on each of them, and a pool would hand them to others afterwards.
 *
 * @param beans the application's
 */
record DataSources(ObjectProvider<DataSource> beans) {
  private static final String BUILDER = "org.springframework.boot.jdbc.DataSourceBuilder";

  /** The login of the only DataSource or the primary one, if there is one and it tells. */
  Optional<Login> login() {
    var dataSource = beans.getIfUnique();
    return dataSource == null || !canLook() ? Optional.empty() : Unpooled.login(dataSource);
  }

  /**
   * The same.
   *
   * @throws MisconfiguredException if there is none
   */
  Login mustLead() {
    return login().orElseThrow(this::lost);
  }

  private MisconfiguredException lost() {
    if (beans.stream().findAny().isEmpty()) {
      return new MisconfiguredException(
          "Startill has no store: there is no startill.store.url, and no DataSource.",
          "Set startill.store.url, such as jdbc:sqlite:startill.db, or spring.datasource.url.");
    }
    if (beans.getIfUnique() == null) {
      return new MisconfiguredException(
          "There are several DataSources, and none of them is primary: which has the books?",
          "Mark one with @Primary, or set startill.store.url.");
    }
    if (!canLook()) {
      return new MisconfiguredException(
          "Without spring-boot-jdbc Startill cannot see where the DataSource leads.",
          "Add org.springframework.boot:spring-boot-starter-jdbc, or set startill.store.url.");
    }
    return new MisconfiguredException(
        "The application's DataSource (%s) does not tell where it leads."
            .formatted(beans.getObject().getClass().getName()),
        "Set startill.store.url to the same database, and startill.store.username and"
            + " startill.store.password.");
  }

  private static boolean canLook() {
    return ClassUtils.isPresent(BUILDER, DataSources.class.getClassLoader());
  }

  /** Apart, so that its classes need not be there. */
  private static final class Unpooled {
    /** What Flyway of Spring Boot does as well; whatever wraps the DataSource is looked through. */
    static Optional<Login> login(DataSource dataSource) {
      try {
        var plain =
            DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build();
        return Optional.ofNullable(plain.getUrl())
            .map(
                url ->
                    new Login(
                        url,
                        Objects.requireNonNullElse(plain.getUsername(), ""),
                        Objects.requireNonNullElse(plain.getPassword(), "")));
      } catch (RuntimeException e) {
        // A DataSource that routes, for one, has no login, and the builder says so in many ways.
        return Optional.empty();
      }
    }
  }
}
