package dev.startill.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders into which large archives are unpacked once, for all runs of this user. */
final class Unpacked {
  private static final Path TMP = Path.of("/tmp");
  private static final String USER = System.getProperty("user.name");

  private Unpacked() {}

  /** What puts the files into a folder. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /**
   * The folder with what an archive holds; whole, as it gets its name when it is.
   *
   * @param product such as {@code mariadb}
   * @param version another one gets another folder
   */
  static Path folder(String product, String version, Filling archive) throws IOException {
    var folder = TMP.resolve("startill-%s-%s-%s".formatted(product, USER, version));
    if (!isOurs(folder)) {
      var half = Files.createTempDirectory(TMP, "startill-unpacking-");
      try {
        archive.fill(half);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        moved(half, folder);
      } finally {
        remove(half);
      }
    }
    return folder;
  }

  private static void moved(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isOurs(folder)) {
        throw e;
      } // Else another run was faster.
    }
  }

  /** Anybody may write to /tmp: what somebody else laid there is not run. */
  private static boolean isOurs(Path folder) throws IOException {
    return Files.isDirectory(folder) && Files.getOwner(folder).getName().equals(USER);
  }

  /** Removes a folder with all that it holds, if it is there. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
