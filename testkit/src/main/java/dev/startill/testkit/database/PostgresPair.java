package dev.startill.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Two PostgreSQL servers: a primary, and a standby that commits wait for. The primary can die, the
 * standby then takes its place, and the dead one comes back as the standby of the new primary; so
 * it can go on for ever. The dead one is dead before the other is promoted: there are never two
 * primaries. Flushes reach the disk here. For one thread; what it gives away, threads share.
 */
public final class PostgresPair implements AutoCloseable {
  /** A standby that begins to follow finds all that was written while it was copied. */
  private static final List<String> SETTINGS =
      List.of("fsync=on", "wal_keep_size=256MB", "dynamic_shared_memory_type=mmap");

  private final LocalPostgres first;
  private LocalPostgres primary;
  private LocalPostgres standby;

  private PostgresPair(LocalPostgres primary, LocalPostgres standby) {
    this.first = primary;
    this.primary = primary;
    this.standby = standby;
  }

  /**
   * Starts both; commits wait for the standby when this returns.
   *
   * @param settings of both, such as {@code max_connections=20}
   * @throws TestAbortedException if PostgreSQL is to be skipped
   * @throws IllegalStateException if there is none that could be started
   */
  public static PostgresPair start(String... settings) {
    var all = new ArrayList<>(SETTINGS);
    all.addAll(List.of(settings));
    var wanted = all.toArray(String[]::new);
    try {
      var pair = new PostgresPair(LocalPostgres.start(wanted), LocalPostgres.empty(wanted));
      pair.mend();
      return pair;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that writes. */
  public LocalPostgres primary() {
    return primary;
  }

  /** The one that follows; it answers who only reads. */
  public LocalPostgres standby() {
    return standby;
  }

  /** The URL of a database on whichever is the primary, the same for ever. */
  public String url(String database) {
    var other = first.equals(primary) ? standby : primary;
    return first
        .url(database)
        .replace(
            "127.0.0.1:" + first.port(),
            "127.0.0.1:%d,127.0.0.1:%d".formatted(first.port(), other.port()));
  }

  /** SIGKILL to all processes of the primary; returns once they are gone. */
  public void primaryDies() {
    primary.kill();
  }

  /**
   * SIGSTOP to all processes of the primary: its connections stay, and nothing is heard on them. It
   * never goes on, for {@link #mend} kills it.
   */
  public void primaryFallsSilent() {
    primary.freeze();
  }

  /**
   * SIGSTOP to all processes of the standby: what it is sent it does not take, and commits wait.
   */
  public void standbyStalls() {
    standby.freeze();
  }

  /** SIGKILL to all processes of the standby, which then starts again with what it had written. */
  public void standbyRestarts() {
    standby.kill();
    standby.up();
  }

  /**
   * Waits until the standby of a dead primary shows all that it was sent. What a commit was told of
   * is there then, though nobody can write to it yet.
   */
  public void catchUp() {
    LocalPostgres.until(
        "show all that it has",
        () ->
            says(
                standby,
                "SELECT wait_event = 'RecoveryRetrieveRetryInterval' FROM pg_stat_activity"
                    + " WHERE backend_type = 'startup'"));
  }

  /** Makes a primary of the standby; nobody follows it yet, and no commit waits. */
  public void promote() {
    if (!says(standby, "SELECT pg_promote(wait => true)")) {
      throw new IllegalStateException("The standby was not promoted.");
    }
    var dead = primary;
    primary = standby;
    standby = dead;
  }

  /** Brings the dead one back as a standby; commits wait for it when this returns. */
  public void mend() {
    standby.follow(primary);
    try {
      primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
      primary.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    LocalPostgres.until(
        "wait for its standby",
        () ->
            says(
                primary,
                "SELECT EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
                    + " AND flush_lsn >= pg_current_wal_flush_lsn())"));
  }

  @Override
  public void close() {
    standby.close();
    primary.close();
  }

  private static boolean says(LocalPostgres server, String question) {
    try (var connection = server.connect("postgres");
        var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }
}
