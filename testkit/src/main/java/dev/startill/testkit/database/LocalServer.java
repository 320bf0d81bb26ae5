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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database server of this JVM's own, on a free port of this machine, with its files in a folder
 * that goes with it. It ends with the JVM, however that ends. Threads share it.
 */
public abstract sealed class LocalServer implements AutoCloseable
    permits LocalMariaDb, LocalPostgres {
  /** Who owns all databases. */
  public static final String USER = "startill";

  /** What must be found in no log and no error. */
  public static final String PASSWORD = "never-to-be-printed";

  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Ends the server when its input ends, which it does when the JVM is gone; or ends with it. */
  private static final String GUARDED =
      """
      signal=$1
      shift
      exec 3<&0
      "$@" &
      server=$!
      { cat <&3 > /dev/null; kill -$signal $server 2> /dev/null; } &
      guard=$!
      wait $server
      kill $guard 2> /dev/null
      """;

  private final String product;
  private final Path folder;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable Process process;
  private boolean frozen;

  /**
   * A server that is yet to be made.
   *
   * @param product its name
   * @param folder of all its files
   */
  LocalServer(String product, Path folder) throws IOException {
    this.product = product;
    this.folder = folder;
    this.port = freePort();
  }

  /** The same, which goes when the JVM does. */
  static <S extends LocalServer> S endingWithTheJvm(S server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "database-ends"));
    return server;
  }

  /** The same, with its first files and at work. */
  static <S extends LocalServer> S started(S server) throws IOException {
    server.initialize();
    server.up();
    return server;
  }

  /** The URL of a database, with user and password. */
  public abstract String url(String database);

  /** Makes an empty database; its name. */
  public abstract String create() throws SQLException;

  /** Drops a database, whoever is connected. */
  public abstract void drop(String database) throws SQLException;

  /** The database that each server has. */
  abstract String first();

  /** What starts the server, and the signal that ends it at once. */
  abstract Command command();

  /** Puts the files of a new server into its folder. */
  abstract void initialize() throws IOException;

  /** The port on which it listens. */
  public final int port() {
    return port;
  }

  /** Says something to the server, from outside every test's database. */
  public final void execute(String sql) throws SQLException {
    try (var connection = connect(first());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A connection to a database, as its owner. */
  public final Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  /**
   * The process in which it runs, with others below it: for whoever measures.
   *
   * @throws IllegalStateException if it is down
   */
  public final ProcessHandle handle() {
    return running().toHandle();
  }

  /** Starts it, on the port that it always had. */
  public final void up() {
    var command = command();
    var guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, "sh", command.signal()));
    guarded.addAll(command.words());
    try {
      process = logged(process(guarded)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  /** Ends it; connections are cut, what was committed stays. */
  public final void down() {
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
  final void kill() {
    var guard = running();
    process = null;
    frozen = false;
    var all = processes(guard);
    all.forEach(ProcessHandle::destroyForcibly);
    // The guard ends by itself and buries the server, whose number counts as long as it is there.
    until("die", () -> !guard.isAlive() && all.stream().noneMatch(LocalServer::runs));
  }

  /** Lets all its processes stand still, until they are killed. */
  final void freeze() {
    frozen = true;
    var signal = new ArrayList<>(List.of("kill", "-STOP"));
    processes(running()).forEach(one -> signal.add(Long.toString(one.pid())));
    try {
      new ProcessBuilder(signal).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  final boolean isUp() {
    return process != null;
  }

  private Process running() {
    var running = process;
    if (running == null) {
      throw new IllegalStateException(product + " is down.");
    }
    return running;
  }

  /** The server first: it must not live to see its children die, and start new ones. */
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

  /** Ends it and removes its files. */
  @Override
  public final void close() {
    down();
    Unpacked.remove(folder);
  }

  final Path folder() {
    return folder;
  }

  /** A name that no database of this server has had. */
  final String nameOfNew() {
    return "db" + databases.incrementAndGet();
  }

  /** A process to be started, of a user who may run it. */
  ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /** Runs a process to its end, which must be a good one. */
  final void complete(ProcessBuilder program) throws IOException {
    var running = logged(program).start();
    try {
      if (running.waitFor() != 0) {
        throw new IllegalStateException("%s cannot be made ready: %s".formatted(product, log()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }

  private ProcessBuilder logged(ProcessBuilder program) {
    return program
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
  }

  private void awaitAnswer() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    for (var refusal = refusal(); refusal != null; refusal = refusal()) {
      if (System.nanoTime() > end || process == null || !process.isAlive()) {
        throw new IllegalStateException(
            "%s does not answer: %s".formatted(product, log()), refusal);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Waits, with a bound. */
  static void until(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The database does not " + what + ".");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private @Nullable SQLException refusal() {
    try {
      connect(first()).close();
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

  /**
   * How a server is started and ended.
   *
   * @param words the program and its arguments
   * @param signal that ends it, whoever is connected
   */
  record Command(List<String> words, String signal) {}
}
