package dev.startill.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A MariaDB server of this JVM's own, on a free port of this machine, with its files in a folder
 * that goes with it. It ends with the JVM, however that ends. Where no server can be had, asking
 * for one fails; {@code -Dstartill.mariadb=skip} is the way out, and skips the tests that ask.
 * {@code -Dstartill.mariadb=/usr/sbin/mariadbd} takes that server. Threads share it.
 */
public final class LocalMariaDb implements AutoCloseable {
  /** Who owns all databases. */
  public static final String USER = "startill";

  /** What must be found in no log and no error. */
  public static final String PASSWORD = "never-to-be-printed";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Ends the server when its input ends, which it does when the JVM is gone. */
  private static final String GUARDED =
      """
      "$@" &
      server=$!
      cat > /dev/null
      kill $server 2> /dev/null
      wait $server
      """;

  private final MariaDbBinaries binaries;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable Process process;

  private LocalMariaDb(MariaDbBinaries binaries, Path folder, int port, List<String> settings) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  /** The server that tests share; started when it is first asked for. */
  public static LocalMariaDb shared() {
    return Shared.get();
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
      var server = new LocalMariaDb(binaries, folder, freePort(), Arrays.asList(settings));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mariadb-ends"));
      server.initialize();
      server.up();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of a database, with user and password. */
  public String url(String database) {
    return url(database, USER);
  }

  /** The same for a user that {@link #admit} made. */
  public String url(String database, String user) {
    return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s&sslMode=disable"
        .formatted(port, database, user, PASSWORD);
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** Makes an empty database, which would by itself keep little more than ASCII; its name. */
  public String create() throws SQLException {
    var name = "db" + databases.incrementAndGet();
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

  /** Drops a database, whoever is connected. */
  public void drop(String database) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + database);
  }

  /** Says something to the server, from outside every test's database. */
  public void execute(String sql) throws SQLException {
    try (var connection = connect("mysql");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A connection to a database, as its owner. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  /** Starts it, on the port that it always had. */
  public void up() {
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  /** Ends it; connections are cut, what was committed stays. */
  public void down() {
    var running = process;
    if (running == null) {
      return;
    }
    process = null;
    try {
      running.getOutputStream().close();
      if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it and removes its files. */
  @Override
  public void close() {
    down();
    remove(folder);
  }

  /** Removes a folder with all that it holds. */
  static void remove(Path folder) {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void initialize() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("users.sql"), users());
    var script = Files.writeString(folder.resolve("tables.sql"), binaries.systemTables());
    var command = command();
    command.add("--bootstrap");
    var process = process(command).redirectInput(script.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("MariaDB cannot begin: " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }

  private static String users() {
    return """
    CREATE USER IF NOT EXISTS %1$s@'%%' IDENTIFIED BY '%2$s';
    GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
    """
        .formatted(USER, PASSWORD);
  }

  private Process launch() throws IOException {
    var server = new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, "sh"));
    server.addAll(command());
    server.add("--port=" + port);
    server.add("--bind-address=127.0.0.1");
    server.add("--socket=" + folder.resolve("socket"));
    server.add("--skip-name-resolve");
    server.add("--innodb-fast-shutdown=2");
    server.add("--init-file=" + folder.resolve("users.sql"));
    settings.forEach(setting -> server.add("--" + setting));
    return process(server).start();
  }

  /** Without flushes to the disk: no test here takes the power away. It may run as root. */
  private List<String> command() {
    return new ArrayList<>(
        List.of(
            binaries.server().toString(),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--lc-messages-dir=" + binaries.share(),
            "--datadir=" + folder.resolve("data"),
            "--innodb-flush-method=nosync",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=32M",
            "--skip-log-bin",
            "--skip-ssl",
            "--performance-schema=off"));
  }

  private ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
  }

  private void awaitAnswer() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    for (var refusal = refusal(); refusal != null; refusal = refusal()) {
      if (System.nanoTime() > end || log().contains("[ERROR] Aborting")) {
        throw new IllegalStateException("MariaDB does not answer: " + log(), refusal);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private @Nullable SQLException refusal() {
    try {
      connect("mysql").close();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("server.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Started at most once, by whoever asks first. */
  private static final class Shared {
    private static @Nullable LocalMariaDb server;

    private Shared() {}

    static synchronized LocalMariaDb get() {
      if (server == null) {
        server = start();
      }
      return server;
    }
  }
}
