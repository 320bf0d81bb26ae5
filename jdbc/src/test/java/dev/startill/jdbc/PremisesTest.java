package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.startill.doctor.Ailment;
import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Doctor;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Subject;
import dev.startill.party.BotId;
import dev.startill.port.Condition.Guarantee;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a store on a file says of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PremisesTest {
  private static final BotId BOT = new BotId(7);

  @TempDir Path folder;

  @Test
  void a_file_says_where_it_is_and_what_its_commits_rest_on() {
    try (var store = open("")) {
      var condition = store.condition().orElseThrow();
      assertThat(condition.place()).isEqualTo(file().toString());
      assertThat(condition.schema())
          .isEqualTo(Dialect.named("sqlite", TablePrefix.NONE).migrations().getLast().number());
      assertThat(condition.guarantees())
          .containsExactly(
              new Guarantee("journal_mode", "wal", "wal"),
              new Guarantee("synchronous", "full", "full"));
      var disk = condition.disk().orElseThrow();
      assertThat(disk.file()).isEqualTo(file());
      assertThat(disk.owner()).isEqualTo(disk.user());
      assertThat(disk.free()).isPositive();
    }
  }

  @Test
  void a_url_cannot_weaken_the_commits() {
    try (var store = open("?synchronous=OFF&journal_mode=DELETE")) {
      assertThat(store.condition().orElseThrow().guarantees())
          .allSatisfy(guarantee -> assertThat(guarantee.holds()).isTrue());
      assertThat(ills(store)).doesNotContain(Ailment.STORE_FORGETFUL);
    }
  }

  /** As a file system without memory that processes share would. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_that_cannot_have_a_write_ahead_log_is_found() {
    var url = "jdbc:sqlite:file:" + file() + "?vfs=unix-dotfile";
    try (var store = JdbcStore.open(url, BOT)) {
      assertThat(store.condition().orElseThrow().guarantees())
          .contains(new Guarantee("journal_mode", "delete", "wal"));
      assertThat(ills(store)).contains(Ailment.STORE_FORGETFUL);
    }
  }

  @Test
  void a_log_that_another_user_made_is_found() throws IOException {
    try (var store = open("")) {
      assertThat(ills(store)).doesNotContain(Ailment.FILE_OF_ANOTHER);
      givenAway(Files.createFile(folder.resolve("startill.db.lock")));
      assertThat(ills(store)).contains(Ailment.FILE_OF_ANOTHER);
    }
  }

  @Test
  void a_file_that_nobody_made_yet_lies_nowhere() {
    assertThat(JdbcStore.disk("jdbc:sqlite:" + file())).isEmpty();
    open("").close();
    assertThat(JdbcStore.disk("jdbc:sqlite:" + file() + "?synchronous=FULL")).isPresent();
    assertThat(JdbcStore.disk("jdbc:postgresql://127.0.0.1/shop")).isEmpty();
  }

  @Test
  void a_database_that_went_away_is_told_by_name() throws IOException {
    try (var store = open("")) {
      for (var end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("startill.db" + end));
      }
      Files.createDirectory(file());
      assertThatThrownBy(store::condition)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("startill.db");
    }
  }

  private JdbcStore open(String more) {
    return JdbcStore.open("jdbc:sqlite:" + file() + more, BOT);
  }

  private Path file() {
    return folder.toAbsolutePath().normalize().resolve("startill.db");
  }

  /** Only the superuser can give files away, and not everywhere is there somebody to take them. */
  private static void givenAway(Path file) throws IOException {
    try {
      var users = file.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(file, users.lookupPrincipalByName("nobody"));
    } catch (IOException | UnsupportedOperationException e) {
      abort("This user cannot give a file away.");
    }
  }

  private static List<Ailment> ills(JdbcStore store) {
    var findings = new ArrayList<Finding>();
    var doctor = new Doctor(InstantSource.system(), findings::add);
    doctor.store(store, Settings.defaults());
    assertThat(findings).anyMatch(finding -> finding.subject() == Subject.DATABASE);
    return new Diagnosis(findings).ills().stream().map(Finding.Ill::ailment).toList();
  }
}
