package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Condition;
import dev.startill.port.Condition.Disk;
import dev.startill.port.Condition.Guarantee;
import dev.startill.port.Cursor;
import dev.startill.settings.Reconciling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store keeps what it is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Path FILE = Path.of("/srv/shop/startill.db");
  private static final long GIB = 1L << 30;

  @Test
  void a_store_that_keeps_its_promise_says_by_what() {
    assertThat(Keeping.condition(store(new Guarantee("synchronous", "FULL", "full"))))
        .isEqualTo(
            new Finding.Well(
                Subject.DATABASE, "shop.db can be read and written; schema 4, synchronous=FULL."));
  }

  @Test
  void a_setting_that_forgets_is_named() {
    var finding =
        Keeping.condition(
            store(new Guarantee("fsync", "off", "on"), new Guarantee("other", "on", "on")));
    assertThat(finding)
        .isEqualTo(Ailment.STORE_FORGETFUL.found("shop.db has fsync=off, and wants on."));
  }

  @Test
  void a_file_of_this_user_on_a_disk_with_room_is_well() {
    assertThat(Keeping.disk(disk("shop", "ext4", 3 * GIB)))
        .containsExactly(new Finding.Well(Subject.DISK, "/srv/shop has 3072 MiB free."));
  }

  @ParameterizedTest
  @CsvSource({"67108863, DISK_FULL", "67108864, DISK_LOW", "1073741823, DISK_LOW"})
  void little_room_is_told_before_there_is_none(long free, Ailment ailment) {
    assertThat(ills(Keeping.disk(disk("shop", "ext4", free)))).containsExactly(ailment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "smbfs", "9p", "fuse.sshfs"})
  void a_disk_of_another_machine_is_found(String system) {
    assertThat(ills(Keeping.disk(disk("shop", system, GIB))))
        .containsExactly(Ailment.FILE_ON_NETWORK);
  }

  @Test
  void a_file_of_another_user_is_found() {
    assertThat(Keeping.disk(disk("root", "ext4", GIB)).getFirst().what())
        .contains("belongs to shop", "runs as root");
  }

  @Test
  void a_log_of_another_user_is_found_for_the_server_cannot_write_it() {
    var wal = FILE.resolveSibling("startill.db-wal");
    var disk = new Disk(FILE, "shop", "shop", List.of(wal), "ext4", GIB);
    assertThat(Keeping.disk(disk).getFirst())
        .isEqualTo(
            Ailment.FILE_OF_ANOTHER.found(
                "/srv/shop/startill.db belongs to shop, and not so startill.db-wal."));
  }

  @Test
  void owners_and_users_without_names_are_nobodys_fault() {
    assertThat(ills(Keeping.disk(new Disk(FILE, "", "shop", List.of(), "vfat", GIB)))).isEmpty();
    assertThat(ills(Keeping.disk(new Disk(FILE, "1001", "", List.of(), "ext4", GIB)))).isEmpty();
  }

  @Test
  void a_statement_that_nobody_reads_is_found() {
    var minute = Reconciling.defaults();
    var read = new Cursor(12, Optional.of(NOON));
    assertThat(Keeping.statement(Cursor.START, minute, NOON).severity()).isEqualTo(Severity.WARN);
    assertThat(Keeping.statement(read, minute, NOON.plus(Duration.ofMinutes(5))))
        .isEqualTo(
            new Finding.Well(
                Subject.STATEMENT, "It was read to its end at 2026-11-22T12:00:00Z, 12 lines."));
    assertThat(Keeping.statement(read, minute, NOON.plusSeconds(301)))
        .isInstanceOfSatisfying(
            Finding.Ill.class, ill -> assertThat(ill.ailment()).isEqualTo(Ailment.STATEMENT_OLD));
  }

  @Test
  void payments_for_orders_of_another_store_are_found() {
    assertThat(Keeping.ownerless(0, Duration.ofDays(7))).isEmpty();
    assertThat(Keeping.ownerless(2, Duration.ofDays(7)))
        .containsExactly(
            Ailment.ORDERS_ELSEWHERE.found(
                "2 payments came in the last 7 days for orders that are not in this store."));
  }

  private static Condition store(Guarantee... guarantees) {
    return new Condition("shop.db", 4, List.of(guarantees), Optional.empty());
  }

  private static Disk disk(String user, String system, long free) {
    return new Disk(FILE, "shop", user, List.of(), system, free);
  }

  private static List<Ailment> ills(List<Finding> findings) {
    return new Diagnosis(findings).ills().stream().map(Finding.Ill::ailment).toList();
  }
}
