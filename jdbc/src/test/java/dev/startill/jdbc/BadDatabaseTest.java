package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.startill.party.BotId;
import dev.startill.port.SettingsException;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadDatabaseTest {
  @TempDir Path folder;

  @Test
  void a_schema_newer_than_the_program_is_refused_with_both_versions() throws SQLException {
    var file = SqliteFile.in(folder);
    file.open().close();
    file.execute("INSERT INTO startill_migration VALUES (7, 'from tomorrow', 0)");

    assertThatThrownBy(file::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("schema 7")
        .hasMessageContaining("up to 5");
  }

  @Test
  void a_store_is_opened_again_with_all_that_was_in_it() {
    var file = SqliteFile.in(folder);
    var order = Sales.paid(1);
    try (var store = file.open()) {
      Sales.commit(store, order);
    }

    try (var store = file.open()) {
      assertThat(Sales.has(store, order)).isTrue();
    }
  }

  @Test
  void what_is_no_database_is_refused_and_left_alone() throws IOException {
    var file = SqliteFile.in(folder);
    var text = "Dear diary, ".repeat(500);
    Files.writeString(file.path(), text);

    assertThatThrownBy(file::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a database");

    assertThat(file.path()).hasContent(text);
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    var file = new SqliteFile(folder.resolve("nowhere").resolve("startill.db"));

    assertThatThrownBy(file::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("folder");
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_refused() throws IOException {
    var file = SqliteFile.in(folder);
    Files.createDirectory(file.path());

    assertThatThrownBy(file::open).isInstanceOf(StoreException.class);
  }

  @Test
  void a_file_that_may_not_be_written_is_refused() {
    var file = SqliteFile.in(folder);
    file.open().close();
    assumeTrue(file.path().toFile().setReadOnly());
    assumeFalse(Files.isWritable(file.path()), "root may write everything");

    assertThatThrownBy(file::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("right to write");
  }

  @Test
  void a_database_that_cannot_be_written_says_so_and_keeps_what_it_has() {
    var file = SqliteFile.in(folder);
    var order = Sales.paid(1);
    try (var store = file.open()) {
      Sales.commit(store, order);
    }
    var url = "jdbc:sqlite:file:" + file.path() + "?mode=ro";

    assertThatThrownBy(() -> open(url).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("right to write");

    try (var store = file.open()) {
      assertThat(Sales.has(store, order)).isTrue();
    }
  }

  @Test
  void another_process_that_holds_the_file_is_named_and_nothing_is_lost() throws SQLException {
    var file = SqliteFile.in(folder);
    var order = Sales.paid(1);
    try (var store = file.open();
        var other = file.connect();
        var statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> Sales.commit(store, order))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another process");
      statement.executeUpdate("COMMIT");

      assertThat(Sales.has(store, order)).isFalse();
      Sales.commit(store, order);
      assertThat(Sales.has(store, order)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:oracle:thin:@shop",
        "startill.db",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:"
      })
  void a_url_that_cannot_be_a_store_is_refused(String url) {
    assertThatThrownBy(() -> open(url)).isInstanceOf(SettingsException.class);
  }

  @Test
  void a_refused_url_keeps_its_password_to_itself() {
    assertThatThrownBy(() -> open("jdbc:oracle:thin:scott/tiger@shop"))
        .hasMessageNotContaining("tiger");
  }

  @Test
  void a_unit_is_refused_once_the_queue_is_full() {
    var stepped = new SteppedBatcher();
    try (var store = SqliteFile.in(folder).open(Settings.defaults(), stepped)) {
      for (var i = 0; i < JdbcStore.QUEUE; i++) {
        store.behind(work -> 1, done -> {});
      }
      assertThatThrownBy(() -> store.inTransaction(Lane.ROUTINE, work -> true))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("queue is full");

      var checkout =
          Thread.ofVirtual().start(() -> store.inTransaction(Lane.CHECKOUT, work -> true));
      while (checkout.isAlive()) {
        stepped.step();
      }
    }
  }

  private static JdbcStore open(String url) {
    return JdbcStore.open(
        url,
        new BotId(42),
        Settings.defaults(),
        InstantSource.system(),
        RandomGenerator.of("L64X128MixRandom"));
  }
}
