package dev.startill.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A MariaDB server. Where none can be had, asking for one fails; {@code -Dstartill.mariadb=skip} is
 * the way out, and skips the tests that ask. {@code -Dstartill.mariadb=/usr/sbin/mariadbd} takes
 * that server. Threads share it.
 */
public final class LocalMariaDb extends LocalServer {
  private static @Nullable LocalMariaDb shared;

  private final MariaDbBinaries binaries;
  private final List<String> settings;

  private LocalMariaDb(MariaDbBinaries binaries, Path folder, List<String> settings)
      throws IOException {
    super("MariaDB", folder);
    this.binaries = binaries;
    this.settings = settings;
  }

  /** The server that tests share; started when it is first asked for. */
  public static synchronized LocalMariaDb shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /**
   * Starts a server of a test's own.
   *
   * @param settings such as {@code max-allowed-packet=1M}
   * @throws TestAbortedException if MariaDB is to be skipped
   * @throws IllegalStateException if there is none that could be started
   */
  public static LocalMariaDb start(String... settings) {
    var binaries = MariaDbBinaries.find();
    try {
      var folder = Files.createTempDirectory(Path.of("/tmp"), "startill-mariadb-");
      return started(endingWithTheJvm(new LocalMariaDb(binaries, folder, Arrays.asList(settings))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String url(String database) {
    return url(database, USER);
  }

  /** The same for a user that {@link #admit} made. */
  public String url(String database, String user) {
    return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s&sslMode=disable"
        .formatted(port(), database, user, PASSWORD);
  }

  /** Makes an empty database, which would by itself keep little more than ASCII; its name. */
  @Override
  public String create() throws SQLException {
    var name = nameOfNew();
    execute("CREATE DATABASE %s CHARACTER SET latin1".formatted(name));
    return name;
  }

  /** Makes a user of one database, with the owner's password. */
  public void admit(String user, String database) throws SQLException {
    execute("CREATE USER %s@'%%' IDENTIFIED BY '%s'".formatted(user, PASSWORD));
    execute("GRANT ALL ON %s.* TO %s@'%%'".formatted(database, user));
  }

  /** Cuts every connection of a user to a database; returns once they are gone. */
  public void cut(String user, String database) throws SQLException {
    var theirs =
        "FROM information_schema.processlist WHERE user = '%s' AND db = '%s'"
            .formatted(user, database);
    try (var connection = connect("mysql");
        var statement = connection.createStatement()) {
      var ids = new ArrayList<Long>();
      try (var row = statement.executeQuery("SELECT id " + theirs)) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      for (var id : ids) {
        statement.execute("KILL CONNECTION %d".formatted(id));
      }
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (isAny(statement, theirs)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("The connections do not go.");
        }
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
    }
  }

  private static boolean isAny(Statement statement, String theirs) throws SQLException {
    try (var row = statement.executeQuery("SELECT 1 " + theirs)) {
      return row.next();
    }
  }

  @Override
  public void drop(String database) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + database);
  }

  @Override
  String first() {
    return "mysql";
  }

  @Override
  void initialize() throws IOException {
    Files.createDirectory(folder().resolve("data"));
    Files.writeString(users(), wordsOfUsers());
    var script = Files.writeString(folder().resolve("tables.sql"), binaries.systemTables());
    var bootstrap = program();
    bootstrap.add("--bootstrap");
    complete(process(bootstrap).redirectInput(script.toFile()));
  }

  @Override
  Command command() {
    var words = program();
    words.addAll(
        List.of(
            "--port=" + port(),
            "--bind-address=127.0.0.1",
            "--socket=" + folder().resolve("socket"),
            "--skip-name-resolve",
            "--innodb-fast-shutdown=2",
            "--init-file=" + users()));
    settings.forEach(setting -> words.add("--" + setting));
    return new Command(words, "TERM");
  }

  /** Without flushes to the disk: no test here takes the power away. It may run as root. */
  private List<String> program() {
    return new ArrayList<>(
        List.of(
            binaries.server().toString(),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--lc-messages-dir=" + binaries.share(),
            "--datadir=" + folder().resolve("data"),
            "--innodb-flush-method=nosync",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=32M",
            "--skip-log-bin",
            "--skip-ssl",
            "--performance-schema=off"));
  }

  private Path users() {
    return folder().resolve("users.sql");
  }

  private static String wordsOfUsers() {
    return """
    CREATE USER IF NOT EXISTS %1$s@'%%' IDENTIFIED BY '%2$s';
    GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
    """
        .formatted(USER, PASSWORD);
  }
}
