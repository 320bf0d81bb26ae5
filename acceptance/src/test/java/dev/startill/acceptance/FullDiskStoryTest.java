package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crowd buys until the disk is full: what was acknowledged is kept, and with room it all goes on.
 */
class FullDiskStoryTest {
  private static final int CROWD = 6;

  /** Enough to meet a full disk with one of them. */
  private static final int LATE = 60;

  private static final String DECLINED = "cannot take your payment right now";

  @TempDir Path folder;

  @Test
  void a_disk_that_fills_up_under_load_loses_no_star() throws Exception {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "none", disk.toString()) == 0,
        "only root may mount a small disk");
    try (var box = Box.open();
        var shop =
            Shop.serving(
                folder, Yaml.hasty(box.url()).replace("startill.db", disk + "/startill.db"))) {
      fillsUpAndGoesOn(disk, box, shop);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void fillsUpAndGoesOn(Path disk, Box box, Shop shop) throws Exception {
    var database = Database.in(disk.resolve("startill.db"));
    var late = IntStream.range(0, LATE).mapToObj(i -> box.buyer("Late " + i, 1000)).toList();
    var invoices = late.stream().map(buyer -> buyer.asks("/buy")).toList().iterator();
    var crowd = new Crowd(box, CROWD).come();
    Until.holds("some sell", () -> charges(database) > 100);
    var ballast = fill(disk);
    for (var buyer : late) {
      var form = buyer.pays(invoices.next());
      if (form.path("error").asString("").contains(DECLINED)) {
        assertThat(buyer.stars()).isEqualTo(1000);
        break;
      }
    }
    assertThat(shop.said()).contains("could not be recorded");
    var charged = new TelegramsBooks(box).charged();
    var known = new HashSet<>(unacknowledged(box));
    known.addAll(database.rows("SELECT id FROM charge"));
    assertThat(known).as("charges that are booked, or will be told again").containsAll(charged);
    Files.delete(ballast);
    assertThat(run("mount", "-o", "remount,size=256m", disk.toString())).isZero();
    var before = charges(database);
    Until.holds("it sells again", () -> charges(database) > before + 100);
    crowd.leave();
    // What left and could not be marked is leased for two minutes yet; a restart is quicker.
    shop.stop();
    shop.startAgain();
    new Audit(database, box).passes();
    assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(shop.health().status()).isEqualTo(200);
    System.out.printf("a full disk: %d charges before, %d in all%n", before, charges(database));
  }

  private static long charges(Database database) {
    return database.count("SELECT count(*) FROM charge");
  }

  /** Charges whose updates wait for the shop: not its, not yet. */
  private static Set<String> unacknowledged(Box box) {
    var updates = box.asBot("getUpdates", Json.object().put("limit", 100).put("timeout", 0));
    return StreamSupport.stream(updates.spliterator(), false)
        .map(update -> update.path("message").path("successful_payment"))
        .filter(payment -> payment.isObject())
        .map(payment -> payment.get("telegram_payment_charge_id").asString())
        .collect(Collectors.toSet());
  }

  /** Leaves not a byte, whatever else is written meanwhile. */
  private static Path fill(Path disk) throws IOException {
    var ballast = disk.resolve("ballast");
    var block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (disk.toFile().getUsableSpace() > 0) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    return ballast;
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
