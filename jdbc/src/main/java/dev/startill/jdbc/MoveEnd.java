package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Archive;
import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of the two databases of a move. For one thread. */
final class MoveEnd implements AutoCloseable {
  /** What is done with a connection that reads one moment. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Connection connection) throws SQLException;
  }

  private final Dialect dialect;
  private final Notes notes;
  private final InstantSource clock;
  private final Connection writer;

  private MoveEnd(Dialect dialect, InstantSource clock, Connection writer) {
    this.dialect = dialect;
    this.notes = new Notes(dialect.prefix());
    this.clock = clock;
    this.writer = writer;
  }

  /** Connects, and brings the schema up to date. */
  static MoveEnd open(Dialect dialect, InstantSource clock) {
    try {
      var connection = dialect.writer();
      try {
        new Migrator(dialect, clock).migrateMoved(connection);
        return new MoveEnd(dialect, clock, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  String name() {
    return dialect.name();
  }

  Optional<MoveMark> mark() {
    return read(connection -> MoveMark.of(connection, notes));
  }

  void mark(MoveMark mark) {
    change(connection -> mark.set(connection, notes, Rows.micros(clock.instant())));
  }

  /** From here on nobody writes to it, on whichever node, as long as it is marked. */
  void shut(MoveMark mark) {
    change(
        connection -> {
          dialect.shut(connection);
          mark.set(connection, notes, Rows.micros(clock.instant()));
        });
  }

  void erase() {
    change(connection -> MoveMark.erase(connection, notes));
  }

  /** Makes some changes: all of them or none. */
  void change(Migration.Step changes) {
    try {
      dialect.alone(writer, changes);
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  /** Reads one moment. */
  <T> T read(Reading<T> reading) {
    try (var session = new Session(dialect, dialect.reader())) {
      session.beginReading();
      try {
        return reading.of(session.connection());
      } finally {
        session.endReading();
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  long rows() {
    return read(
        connection -> {
          var rows = 0L;
          for (var table : MovedTable.ALL) {
            rows += number(connection, dialect.filled(table.counting()));
          }
          return rows;
        });
  }

  /** Whose rows it has. */
  List<BotId> bots() {
    return read(
        connection -> {
          var bots = new ArrayList<BotId>();
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      dialect.filled(
                          "SELECT bot FROM {posting} UNION SELECT bot FROM {statement} ORDER BY bot"))) {
            while (row.next()) {
              bots.add(new BotId(row.getLong(1)));
            }
          }
          return bots;
        });
  }

  /** The whole of a bot's books; close the readers after it. */
  <T> T books(BotId bot, Function<Archive, T> question) {
    try (var readers = new Readers(dialect)) {
      return question.apply(new JdbcArchive(readers, bot));
    }
  }

  /** Which node is at work on it now, if one says so. */
  Optional<String> servedBy() {
    try (var session = new Session(dialect, dialect.reader())) {
      var now = Rows.micros(dialect.time(session, clock));
      return Optional.ofNullable(holder(session.connection(), now));
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (SQLException e) {
      throw new StoreException("%s: it could not be left.".formatted(name()), e);
    }
  }

  private @Nullable String holder(Connection connection, long now) throws SQLException {
    try (var question =
        connection.prepareStatement(
            dialect.filled(
                "SELECT holder FROM {lease} WHERE holder IS NOT NULL AND ends_at > ?"))) {
      question.setLong(1, now);
      try (var row = question.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static long number(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
