package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to serve one SQLite file, held by one process at a time: a lock on a file beside the
 * database, which the operating system frees when the process dies, however it dies. Tools need
 * none. Threads share it.
 */
public final class ServeLock implements AutoCloseable {
  private final FileChannel channel;

  private ServeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a SQLite database, {@code startill.db.lock} for {@code startill.db}.
   *
   * @param url the store's, such as {@code jdbc:sqlite:startill.db}
   * @throws SettingsException if another process serves this database
   * @throws StoreException if the lock's file cannot be written
   */
  public static ServeLock take(String url) {
    var database = Sqlite.file(url);
    var file = Path.of(database + ".lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new SettingsException(
            "Another Startill serves %s already. Stop it, or give this one its own store.url."
                .formatted(database));
      }
      return new ServeLock(channel);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written (%s). Give this user the right to write the database's folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Frees it. Its file stays: removing it could take the lock away from the next holder. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("The serve lock could not be freed.", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process holds it.
    }
  }
}
