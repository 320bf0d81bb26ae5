package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A database that cannot be what it is needed for, at the start or in the middle of a sale. */
class BadDiskStoryTest extends BoxStories {
  private static final String DECLINED = "cannot take your payment right now";

  @Test
  void a_database_of_a_newer_program_is_refused_at_the_start() throws Exception {
    execute(
        "CREATE TABLE startill_migration (number INTEGER, name TEXT, applied_at INTEGER)",
        "INSERT INTO startill_migration VALUES (700, 'from tomorrow', 0)");
    refuses("jdbc:sqlite:startill.db", "schema 700", "Start a newer version of Startill");
  }

  @Test
  void what_is_no_database_is_refused_and_left_alone() throws IOException {
    var diary = "Dear diary, ".repeat(500);
    var file = Files.writeString(folder.resolve("startill.db"), diary);
    refuses("jdbc:sqlite:startill.db", "not a database");
    assertThat(file).hasContent(diary);
  }

  @Test
  void a_database_that_may_only_be_read_is_refused_at_the_start() throws Exception {
    execute("CREATE TABLE anything (it TEXT)");
    refuses("jdbc:sqlite:file:startill.db?mode=ro", "right to write");
  }

  @Test
  void while_another_process_holds_the_database_nobody_is_charged_and_nothing_is_lost()
      throws Exception {
    try (var shop = Shop.serving(folder, Yaml.of(box.url()))) {
      var ann = box.buyer("Ann", 1000);
      var invoice = ann.asks("/buy");
      Until.holds(
          "it is recorded that the invoice was sent",
          () -> shop.database().rows("SELECT state FROM outbox").equals(List.of("SETTLED")));
      try (var other = DriverManager.getConnection(shop.database().url());
          var statement = other.createStatement()) {
        statement.executeUpdate("BEGIN IMMEDIATE");
        assertThat(ann.pays(invoice).get("error").asString()).contains(DECLINED);
        ann.says("/book");
        statement.executeUpdate("COMMIT");
      }
      Until.holds("what was asked meanwhile comes", () -> ann.invoices().size() == 2);
      assertThat(ann.stars()).isEqualTo(1000);
      assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
      awaitGoods(ann, shop);
      assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
    }
  }

  @Test
  void on_a_full_disk_nobody_is_charged_and_with_space_again_it_sells() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "none", disk.toString()) == 0, "root");
    try {
      var yaml = Yaml.of(box.url()).replace("startill.db", disk + "/startill.db");
      try (var shop = Shop.serving(folder, yaml)) {
        sellsBeforeDuringAndAfter(disk, shop);
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void awaitGoods(Buyer buyer, Shop shop) {
    try {
      buyer.awaits("guide.pdf");
    } catch (AssertionError e) {
      throw new AssertionError(
          shop.said() + shop.database().rows("SELECT kind, state, leased, attempt FROM outbox"), e);
    }
  }

  private void sellsBeforeDuringAndAfter(Path disk, Shop shop) throws IOException {
    var ann = box.buyer("Ann", 1000);
    assertThat(ann.pays(ann.asks("/buy")).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
    var invoice = ann.asks("/book");
    var ballast = fill(disk);
    assertThat(ann.pays(invoice).get("error").asString()).contains(DECLINED);
    assertThat(ann.stars()).isEqualTo(950);
    Files.delete(ballast);
    Until.holds("it sells again", () -> ann.pays(invoice).get("status").asString().equals("paid"));
    Until.holds("the file comes", () -> ann.messages(m -> m.has("document")).size() == 1);
    var database = Database.in(disk.resolve("startill.db"));
    assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(database.count("SELECT count(*) FROM charge")).isEqualTo(2);
    assertThat(shop.health().status()).isEqualTo(200);
  }

  /** Leaves not a byte. */
  private static Path fill(Path disk) throws IOException {
    var ballast = disk.resolve("ballast");
    var block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (disk.toFile().getUsableSpace() > 0) {
        out.write(block);
      }
    }
    return ballast;
  }

  private void refuses(String store, String... words) {
    var yaml = Yaml.of(box.url()).replace("jdbc:sqlite:startill.db", store);
    try {
      Files.writeString(folder.resolve("startill.yaml"), yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    try (var shop = Shop.running(folder, "serve")) {
      assertThat(shop.awaitExit()).isEqualTo(1);
      assertThat(shop.said()).contains(words).doesNotContain("\tat ");
    }
  }

  private void execute(String... lines) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("startill.db"));
        var statement = connection.createStatement()) {
      for (var line : lines) {
        statement.executeUpdate(line);
      }
    }
  }

  private static int run(String... command) throws Exception {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1; // There is no such command here.
    }
  }
}
