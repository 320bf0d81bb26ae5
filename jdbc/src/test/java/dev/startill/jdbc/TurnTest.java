package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
  private static final long HELD = 4_000_000;
  private static final long FREE = 100_000;

  @TempDir Path folder;

  @Test
  void who_shares_a_file_with_a_writer_that_hardly_pauses_gets_a_turn_each_time() throws Exception {
    var file = new DatabaseFile("jdbc:sqlite:" + folder.resolve("shared.db"));
    var over = new AtomicBoolean();
    try (var server = file.writer();
        var tool = file.writer()) {
      say(server, "CREATE TABLE line (who TEXT NOT NULL)");
      var load = CompletableFuture.runAsync(() -> writes(server, over));
      for (var i = 0; i < 20; i++) {
        say(tool, "BEGIN IMMEDIATE", "INSERT INTO line VALUES ('tool')", "COMMIT");
        spin(HELD + HELD);
      }
      over.set(true);
      load.join();
      try (var statement = tool.createStatement();
          var row = statement.executeQuery("SELECT count(*) FROM line WHERE who = 'tool'")) {
        assertThat(row.getInt(1)).isEqualTo(20);
      }
    }
  }

  private static void writes(Connection server, AtomicBoolean over) {
    try {
      while (!over.get()) {
        say(server, "BEGIN IMMEDIATE", "INSERT INTO line VALUES ('server')");
        spin(HELD);
        say(server, "COMMIT");
        spin(FREE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(Connection connection, String... words) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var word : words) {
        statement.execute(word);
      }
    }
  }

  private static void spin(long nanos) {
    var until = System.nanoTime() + nanos;
    while (System.nanoTime() - until < 0) {
      Thread.onSpinWait();
    }
  }
}
