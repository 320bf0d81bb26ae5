package dev.startill.doctor;

import dev.startill.port.Condition;
import dev.startill.port.Condition.Disk;
import dev.startill.port.Condition.Guarantee;
import dev.startill.port.Cursor;
import dev.startill.settings.Reconciling;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges how a store keeps, and what it says of Telegram's statement. Pure. */
public final class Keeping {
  /** A shop of a thousand sales a day writes less than this in a year. */
  static final long PLENTY = 1L << 30;

  /** The write-ahead log and one import of the statement fit this. */
  static final long LITTLE = 64L << 20;

  /** A statement that was not read for so many intervals was not read by accident. */
  static final int INTERVALS = 5;

  /** File systems of other machines, as Linux, macOS and Windows call them. */
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "webdav",
          "9p",
          "ceph",
          "glusterfs",
          "fuse.glusterfs",
          "fuse.sshfs",
          "fuse.s3fs",
          "fuse.rclone",
          "davfs");

  private Keeping() {}

  /** That it was asked in a unit of work says that it can be read and written. */
  static Finding condition(Condition store) {
    var broken =
        store.guarantees().stream()
            .filter(guarantee -> !guarantee.holds())
            .map(Keeping::words)
            .collect(Collectors.joining(", "));
    return broken.isEmpty()
        ? new Finding.Well(
            Subject.DATABASE,
            "%s can be read and written; schema %d%s."
                .formatted(store.place(), store.schema(), kept(store.guarantees())))
        : Ailment.STORE_FORGETFUL.found("%s has %s.".formatted(store.place(), broken));
  }

  /** Where its file lies. */
  public static List<Finding> disk(Disk disk) {
    var findings = new ArrayList<Finding>();
    if (NETWORK.contains(disk.system())) {
      findings.add(
          Ailment.FILE_ON_NETWORK.found(
              "%s lies on another machine's disk (%s), where SQLite's log is not safe."
                  .formatted(disk.file(), disk.system())));
    }
    if (isAnothers(disk)) {
      findings.add(
          Ailment.FILE_OF_ANOTHER.found(
              "%s belongs to %s, and this runs as %s: files made beside it are out of reach for its owner."
                  .formatted(disk.file(), disk.owner(), disk.user())));
    } else if (!disk.strangers().isEmpty()) {
      findings.add(
          Ailment.FILE_OF_ANOTHER.found(
              "%s belongs to %s, and not so %s."
                  .formatted(
                      disk.file(),
                      disk.owner(),
                      disk.strangers().stream()
                          .map(file -> file.getFileName().toString())
                          .collect(Collectors.joining(", ")))));
    }
    findings.add(room(disk));
    return findings;
  }

  private static boolean isAnothers(Disk disk) {
    var isKnown = !disk.owner().isEmpty() && !disk.user().isEmpty();
    return isKnown && !disk.owner().equals(disk.user());
  }

  private static Finding room(Disk disk) {
    var words =
        "%s has %d MiB free."
            .formatted(disk.file().toAbsolutePath().getParent(), disk.free() >> 20);
    if (disk.free() < LITTLE) {
      return Ailment.DISK_FULL.found(words);
    }
    return disk.free() < PLENTY
        ? Ailment.DISK_LOW.found(words)
        : new Finding.Well(Subject.DISK, words);
  }

  /** How far the statement was read. */
  static Finding statement(Cursor cursor, Reconciling how, Instant now) {
    if (cursor.readTo().isEmpty()) {
      return Ailment.STATEMENT_UNREAD.found("It was not read to its end yet.");
    }
    var at = cursor.readTo().get();
    var words =
        "It was read to its end at %s, %d %s."
            .formatted(
                at.truncatedTo(ChronoUnit.SECONDS),
                cursor.lines(),
                cursor.lines() == 1 ? "line" : "lines");
    var longest = how.every().multipliedBy(INTERVALS);
    return Duration.between(at, now).compareTo(longest) > 0
        ? Ailment.STATEMENT_OLD.found(words)
        : new Finding.Well(Subject.STATEMENT, words);
  }

  /** Payments that carry our payload, and no order is here. */
  static List<Finding> ownerless(int charges, Duration since) {
    return charges == 0
        ? List.of()
        : List.of(
            Ailment.ORDERS_ELSEWHERE.found(
                "%s in the last %d days for orders that are not in this store."
                    .formatted(
                        charges == 1 ? "1 payment came" : charges + " payments came",
                        since.toDays())));
  }

  private static String kept(List<Guarantee> guarantees) {
    return guarantees.stream()
        .map(guarantee -> ", %s=%s".formatted(guarantee.name(), guarantee.value()))
        .collect(Collectors.joining());
  }

  private static String words(Guarantee guarantee) {
    return "%s=%s, and wants %s".formatted(guarantee.name(), guarantee.value(), guarantee.wanted());
  }
}
