package dev.startill.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of a test run's own: in a folder that is removed with it, at a free port, under
 * whichever user runs the tests, root too. It ends with the process that started it, however that
 * dies. Threads share it.
 */
final class MariaDbServer implements AutoCloseable {
  static final String USER = "startill";
  static final String PASSWORD = "open-sesame";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String HELP =
      """

      ############################################################################
      #  THE TESTS ON MARIADB WERE NOT RUN: no MariaDB server is on this machine.
      #  Install one (Debian: apt-get install mariadb-server-core), or name one
      #  with -Dmariadbd=/path/to/mariadbd.
      ############################################################################
      """;

  private static final String EVERYTHING_ALLOWED =
      """
      CREATE USER %1$s@'%%' IDENTIFIED BY '%2$s';
      GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
      """;

  /** Lets the server die when its parent does: the end of its input is the parent's end. */
  private static final String WATCHED = "\"$@\" & server=$!; read -r end; kill $server; wait";

  private final Path folder;
  private final int port;
  private final Process process;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable SQLException refusal;

  private MariaDbServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** The one of this process, started when it is first asked for; empty if none can be had. */
  static Optional<MariaDbServer> shared() {
    return Shared.SERVER;
  }

  /** Starts one with further options, such as {@code --max-allowed-packet=1M}. */
  static Optional<MariaDbServer> start(String... options) throws IOException, InterruptedException {
    var program = MariaDbProgram.find();
    if (program.isEmpty()) {
      System.err.println(HELP);
      return Optional.empty();
    }
    var folder = Files.createTempDirectory("startill-mariadb");
    var command = command(program.get(), folder);
    bootstrap(program.get(), folder, command);
    var port = freePort();
    command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port));
    command.addAll(List.of("--socket=" + folder.resolve("socket"), "--skip-name-resolve"));
    command.add("--init-file=" + folder.resolve("users.sql"));
    command.addAll(List.of(options));
    var watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
    watched.addAll(command);
    var server = new MariaDbServer(folder, port, process(watched, folder).start());
    server.awaitReady();
    return Optional.of(server);
  }

  /** The URL of a database that nobody has used. */
  String newDatabase() throws SQLException {
    var name = "shop_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " CHARACTER SET latin1");
    return url(name);
  }

  /** The URL of a database of that name. */
  String url(String database) {
    return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s&sslMode=disable"
        .formatted(port, database, USER, PASSWORD);
  }

  int port() {
    return port;
  }

  /** A connection of a person who looks after the server. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(""));
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing waits for the disk, which a test run need not outlive; all else is as it ships. */
  private static List<String> command(MariaDbProgram program, Path folder) {
    return new ArrayList<>(
        List.of(
            program.server().toString(),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--lc-messages-dir=" + program.share(),
            "--datadir=" + folder.resolve("data"),
            "--innodb-flush-method=nosync",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=32M",
            "--innodb-fast-shutdown=2",
            "--skip-log-bin",
            "--skip-ssl",
            "--performance-schema=off"));
  }

  private static void bootstrap(MariaDbProgram program, Path folder, List<String> command)
      throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("users.sql"), EVERYTHING_ALLOWED.formatted(USER, PASSWORD));
    var script = Files.writeString(folder.resolve("tables.sql"), program.systemTables());
    var bootstrap = new ArrayList<>(command);
    bootstrap.add("--bootstrap");
    var ended = process(bootstrap, folder).redirectInput(script.toFile()).start().waitFor();
    if (ended != 0) {
      throw new IllegalStateException("MariaDB could not begin:\n" + log(folder));
    }
  }

  private static ProcessBuilder process(List<String> command, Path folder) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > end || !isRunning()) {
        var log = log(folder);
        close();
        throw new IllegalStateException("MariaDB did not start:\n" + log, refusal);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** A word in its log that only one which gave up has: its shell outlives it. */
  private boolean isRunning() throws IOException {
    return process.isAlive() && !log(folder).contains("[ERROR] Aborting");
  }

  private boolean answers() {
    try (var connection = connect()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      refusal = e;
      return false;
    }
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static final class Shared {
    private static final Optional<MariaDbServer> SERVER = server();

    private static Optional<MariaDbServer> server() {
      try {
        var server = start();
        server.ifPresent(
            s -> Runtime.getRuntime().addShutdownHook(new Thread(s::close, "mariadb-close")));
        return server;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
