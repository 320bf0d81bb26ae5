package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Archive;
import java.util.function.Function;

/**
 * Reads whole tables beside the writer, in one read transaction: that is one moment. While it
 * lasts, SQLite's log of later commits cannot be cut short, so that the file grows. Threads share
 * it.
 */
final class JdbcArchive implements Archive {
  private final Readers readers;
  private final BotId bot;

  JdbcArchive(Readers readers, BotId bot) {
    this.readers = readers;
    this.bot = bot;
  }

  @Override
  public <T> T read(Function<Snapshot, T> reader) {
    return readers.ask(
        session -> {
          session.beginReading();
          try {
            return reader.apply(new JdbcSnapshot(session, bot));
          } finally {
            session.endReading();
          }
        });
  }
}
