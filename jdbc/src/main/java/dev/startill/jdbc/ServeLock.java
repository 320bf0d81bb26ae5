package dev.startill.jdbc;

import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
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
      sign(channel);
      return new ServeLock(channel);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written (%s). Give this user the right to write the database's folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Which process serves a SQLite database, if one of this machine does. Only reads: it never
   * stands in the way of a server that is about to start.
   */
  public static OptionalLong holder(String url) {
    try {
      var signed = Files.readString(Path.of(Sqlite.file(url) + ".lock")).strip().split(" ", -1);
      var process = ProcessHandle.of(Long.parseLong(signed[0]));
      return process
              .filter(p -> p.isAlive() && begun(p).equals(signed[signed.length - 1]))
              .isPresent()
          ? OptionalLong.of(Long.parseLong(signed[0]))
          : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Frees it. Its file stays: removing it could take the lock away from the next holder. */
  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new StoreException("The serve lock could not be freed.", e);
    }
  }

  /** Who holds it, for {@link #holder}: a number may be used again, a number and a moment not. */
  private static void sign(FileChannel channel) throws IOException {
    var self = ProcessHandle.current();
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((self.pid() + " " + begun(self)).getBytes(StandardCharsets.US_ASCII)));
  }

  private static String begun(ProcessHandle process) {
    return process.info().startInstant().map(begun -> begun.toEpochMilli() + "").orElse("?");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process holds it.
    }
  }
}
