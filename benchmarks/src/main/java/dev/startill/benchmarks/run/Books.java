package dev.startill.benchmarks.run;

import dev.startill.testkit.database.LocalMariaDb;
import dev.startill.testkit.database.LocalPostgres;
import dev.startill.testkit.database.LocalServer;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What a bot writes its sales into: empty when a pass begins, gone when it ends. A database that is
 * a server flushes each commit to the disk, as SQLite does.
 */
interface Books extends AutoCloseable {
  /** What Startill takes as its store's URL. */
  String url();

  /** What a server of the database uses; nothing where there is none. */
  Usage usage();

  @Override
  void close();

  /** In what they are written. */
  enum Kind {
    FILE,
    POSTGRESQL,
    MARIADB;

    /**
     * Opens empty ones.
     *
     * @param folder for what is a file
     */
    Books open(Path folder) {
      return switch (this) {
        case FILE -> new File(folder);
        case POSTGRESQL -> OnServer.postgres();
        case MARIADB -> OnServer.mariaDb();
      };
    }
  }

  /** In the bot's own folder, and of its own process. */
  record File(Path folder) implements Books {
    @Override
    public String url() {
      return "jdbc:sqlite:" + folder.resolve("shop.db");
    }

    @Override
    public Usage usage() {
      return Usage.NONE;
    }

    @Override
    public void close() {}
  }

  /** On a server of their own. */
  record OnServer(LocalServer server, String url) implements Books {
    /** PostgreSQL, with the memory that it takes when nobody has a wish. */
    static OnServer postgres() {
      return on(LocalPostgres.start("fsync=on", "shared_buffers=128MB"));
    }

    /** MariaDB, likewise. */
    static OnServer mariaDb() {
      return on(LocalMariaDb.start("innodb-flush-method=O_DIRECT", "innodb-buffer-pool-size=128M"));
    }

    private static OnServer on(LocalServer server) {
      try {
        return new OnServer(server, server.url(server.create()));
      } catch (SQLException e) {
        server.close();
        throw new IllegalStateException("The database has no room for a shop.", e);
      }
    }

    @Override
    public Usage usage() {
      return Usage.of(server.handle());
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
