package dev.startill.server.tools;

import dev.startill.server.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the doctor sees of this machine. */
final class Machine {
  /** A shop of a thousand sales a day writes less than this in a year. */
  private static final long PLENTY = 1L << 30;

  /** The write-ahead log and one import of the statement fit this. */
  private static final long LITTLE = 64L << 20;

  private static final int LEAST_JAVA = 21;

  private Machine() {}

  static Finding java() {
    var words =
        "%s of %s".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
    return Runtime.version().feature() >= LEAST_JAVA
        ? Finding.ok("java", words + ".")
        : Finding.fail("java", words + ". Install JDK 21 or newer.");
  }

  /** Whether the database's folder can be written to, and has room. */
  static Finding disk(Path database) {
    var folder = database.toAbsolutePath().normalize().getParent();
    try {
      Files.delete(Files.createTempFile(folder, "startill", ".probe"));
      var free = Files.getFileStore(folder).getUsableSpace();
      var words =
          "%s can be written to; %s MiB are free".formatted(folder, Wording.count(free >> 20));
      if (free < LITTLE) {
        return Finding.fail("disk", words + ". Make room now: nothing can be sold without.");
      }
      return free < PLENTY
          ? Finding.warn("disk", words + ". Make room.")
          : Finding.ok("disk", words + ".");
    } catch (IOException e) {
      return Finding.fail(
          "disk",
          "%s cannot be written to (%s). Give this user the right, or make room."
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }
}
