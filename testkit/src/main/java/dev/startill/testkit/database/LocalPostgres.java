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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server of this JVM's own, on a free port of this machine, with its files in a folder
 * that goes with it. It ends with the JVM, however that ends. Where no server can be had, asking
 * for one fails; {@code -Dstartill.postgres=skip} is the way out, and skips the tests that ask.
 * {@code -Dstartill.postgres=/usr/lib/postgresql/15/bin} takes the server that lies there. Threads
 * share it.
 */
public final class LocalPostgres implements AutoCloseable {
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
      kill -INT $server 2> /dev/null
      wait $server
      """;

  private final Binaries binaries;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable Process process;
  private boolean frozen;

  private LocalPostgres(Binaries binaries, Path folder, int port, List<String> settings) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  /** The server that tests share; started when it is first asked for. */
  public static LocalPostgres shared() {
    return Shared.get();
  }

  /**
   * Starts a server of a test's own.
   *
   * @param settings such as {@code max_connections=20}
   * @throws TestAbortedException if PostgreSQL is to be skipped
   * @throws IllegalStateException if there is none that could be started
   */
  public static LocalPostgres start(String... settings) {
    try {
      var server = empty(settings);
      server.initialize();
      server.up();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that has nothing yet and does not run: it is to follow another. */
  static LocalPostgres empty(String... settings) throws IOException {
    var binaries = Binaries.find();
    var folder = binaries.ownedFolder("startill-postgres-");
    var server = new LocalPostgres(binaries, folder, freePort(), Arrays.asList(settings));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-ends"));
    return server;
  }

  /** The URL of a database, with user and password. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(port, database, USER, PASSWORD);
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** Makes an empty database; its name. */
  public String create() throws SQLException {
    return createLike("template0");
  }

  /** Makes a database that holds what another one holds, to which nobody is connected; its name. */
  public String createLike(String template) throws SQLException {
    var name = "db" + databases.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return name;
  }

  /** Drops a database, whoever is connected. */
  public void drop(String database) throws SQLException {
    execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
  }

  /** Says something to the server, from outside every test's database. */
  public void execute(String sql) throws SQLException {
    try (var connection = connect("postgres");
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
    try {
      until("answer", this::answers);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(log(), e);
    }
  }

  /** Ends it; connections are cut, what was committed stays. */
  public void down() {
    var running = process;
    if (running == null) {
      return;
    }
    if (frozen) {
      kill();
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

  /** Kills all its processes at once, as if its machine had lost its power. */
  void kill() {
    var running = Objects.requireNonNull(process);
    process = null;
    frozen = false;
    var all = processes(running);
    all.forEach(ProcessHandle::destroyForcibly);
    // The guard ends by itself and buries the postmaster, whose number counts as long as it is
    // there.
    until("die", () -> !running.isAlive() && all.stream().noneMatch(LocalPostgres::runs));
  }

  /** Lets all its processes stand still, until they are killed. */
  void freeze() {
    frozen = true;
    var signal = new ArrayList<>(List.of("kill", "-STOP"));
    processes(Objects.requireNonNull(process))
        .forEach(frozen -> signal.add(Long.toString(frozen.pid())));
    try {
      new ProcessBuilder(signal).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The postmaster first: it must not live to see its children die, and start new ones. */
  private static List<ProcessHandle> processes(Process guard) {
    return Stream.concat(guard.children(), guard.descendants()).distinct().toList();
  }

  /** What is dead, and only not buried because nobody buries orphans here, holds nothing more. */
  private static boolean runs(ProcessHandle process) {
    try {
      var state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return process.isAlive() && !state.contains(") Z ");
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  /** Starts it as the standby of another one, whose files it takes in place of its own. */
  void follow(LocalPostgres primary) {
    if (process != null) {
      kill();
    }
    try {
      new BaseBackup(binaries, primary).into(data());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No standby can be made.", e);
    }
    up();
  }

  /** Where its files are. */
  Path data() {
    return folder.resolve("data");
  }

  /** Ends it and removes its files. */
  @Override
  public void close() {
    down();
    Binaries.remove(folder);
  }

  private void initialize() throws IOException {
    var password = folder.resolve("password");
    Files.writeString(password, PASSWORD);
    binaries.give(password);
    binaries.run(
        folder,
        binaries.program("initdb"),
        "--pgdata=" + data(),
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync");
  }

  /** Without flushes to the disk: no test here takes the power away. */
  private Process launch() throws IOException {
    var server =
        new ArrayList<>(
            List.of("/bin/sh", "-c", GUARDED, "sh", binaries.program("postgres").toString()));
    server.addAll(List.of("-D", data().toString()));
    var fixed =
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "shared_buffers=32MB",
            "max_connections=60");
    for (var settled : List.of(fixed, settings)) {
      settled.forEach(setting -> server.addAll(List.of("-c", setting)));
    }
    return binaries
        .process(folder, server)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
        .start();
  }

  private boolean answers() {
    var running = process;
    if (running != null && !running.isAlive()) {
      throw new IllegalStateException("PostgreSQL ended at once.");
    }
    try {
      connect("postgres").close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("server.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  static void until(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("PostgreSQL does not " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Started at most once, by whoever asks first. */
  private static final class Shared {
    private static @Nullable LocalPostgres server;

    private Shared() {}

    static synchronized LocalPostgres get() {
      if (server == null) {
        server = start();
      }
      return server;
    }
  }
}
