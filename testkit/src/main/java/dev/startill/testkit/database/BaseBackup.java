package dev.startill.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;

/**
 * A copy of a server's files, taken while it runs: what pg_basebackup does, by the <a
 * href="https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">steps
 * that PostgreSQL documents</a>, for not every bundle of its programs has that one. Immutable.
 */
record BaseBackup(PostgresBinaries binaries, LocalPostgres primary) {
  /**
   * The folder itself stays: by its identity PostgreSQL knows the shared memory that a killed
   * server left behind, and removes it. What a file has become while it is read is repaired from
   * the log, which the standby is sent.
   */
  private static final String COPY =
      """
      mkdir -p -m 700 "$2" && find "$2" -mindepth 1 -delete &&
      tar -C "$1" --exclude='./postmaster.*' --exclude='./pg_wal/*' --exclude='./pg_replslot/*' \\
        --exclude='./pg_dynshmem/*' --exclude='./pg_stat_tmp/*' -cf - . | tar -C "$2" -xf -
      """;

  /** Fills a folder, in place of what it held, with what makes a standby of this primary. */
  void into(Path data) throws IOException, SQLException {
    try (var connection = primary.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('standby', fast => true)");
      primary.complete(
          primary.process(
              List.of("/bin/sh", "-c", COPY, "sh", primary.data().toString(), data.toString())));
      try (var stopped =
          statement.executeQuery(
              "SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
        stopped.next();
        write(data.resolve("backup_label"), stopped.getString(1));
      }
    }
    write(data.resolve("standby.signal"), "");
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'\n"
            .formatted(primary.port(), LocalServer.USER, LocalServer.PASSWORD),
        StandardOpenOption.APPEND);
  }

  private void write(Path file, String content) throws IOException {
    Files.writeString(file, content);
    binaries.give(file);
  }
}
