package dev.startill.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server. Where none can be had, asking for one fails; {@code
 * -Dstartill.postgres=skip} is the way out, and skips the tests that ask. {@code
 * -Dstartill.postgres=/usr/lib/postgresql/15/bin} takes the server that lies there. Threads share
 * it.
 */
public final class LocalPostgres extends LocalServer {
  private static @Nullable LocalPostgres shared;

  private final PostgresBinaries binaries;
  private final List<String> settings;

  private LocalPostgres(PostgresBinaries binaries, Path folder, List<String> settings)
      throws IOException {
    super("PostgreSQL", folder);
    this.binaries = binaries;
    this.settings = settings;
  }

  /** The server that tests share; started when it is first asked for. */
  public static synchronized LocalPostgres shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
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
      return started(empty(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that has nothing yet and does not run: it is to follow another. */
  static LocalPostgres empty(String... settings) throws IOException {
    var binaries = PostgresBinaries.find();
    var folder = binaries.ownedFolder("startill-postgres-");
    return endingWithTheJvm(new LocalPostgres(binaries, folder, Arrays.asList(settings)));
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(port(), database, USER, PASSWORD);
  }

  @Override
  public String create() throws SQLException {
    return createLike("template0");
  }

  /** Makes a database that holds what another one holds, to which nobody is connected; its name. */
  public String createLike(String template) throws SQLException {
    var name = nameOfNew();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return name;
  }

  @Override
  public void drop(String database) throws SQLException {
    execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
  }

  /** Starts it as the standby of another one, whose files it takes in place of its own. */
  void follow(LocalPostgres primary) {
    if (isUp()) {
      kill();
    }
    try {
      new BaseBackup(binaries, primary).into(data());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No standby can be made.", e);
    }
    up();
  }

  @Override
  String first() {
    return "postgres";
  }

  @Override
  void initialize() throws IOException {
    var password = folder().resolve("password");
    Files.writeString(password, PASSWORD);
    binaries.give(password);
    complete(
        process(
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync")));
  }

  /** Without flushes to the disk: no test here takes the power away. */
  @Override
  Command command() {
    var words =
        new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data().toString()));
    var fixed =
        List.of(
            "port=" + port(),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "shared_buffers=32MB",
            "max_connections=60");
    for (var settled : List.of(fixed, settings)) {
      settled.forEach(setting -> words.addAll(List.of("-c", setting)));
    }
    return new Command(words, "INT");
  }

  @Override
  ProcessBuilder process(List<String> command) {
    return binaries.process(folder(), command);
  }

  /** Where its files are. */
  Path data() {
    return folder().resolve("data");
  }
}
