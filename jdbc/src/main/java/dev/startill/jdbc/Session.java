package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection with its statements, each prepared once. It remembers the first error of a unit and
 * refuses to go on after it, because the transaction may have ended with the error. For one thread
 * at a time.
 */
final class Session implements AutoCloseable {
  /** Makes a value of the row that a result stands on. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Dialect dialect;
  private final Connection connection;
  private final Map<Sql, PreparedStatement> prepared = new EnumMap<>(Sql.class);
  private final Recent recent = new Recent();
  private final Gathered gathered = new Gathered();
  private boolean gathering;
  private boolean spared;
  private @Nullable StoreException failure;
  private boolean lost;

  Session(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** What was read or written through it last. */
  Recent recent() {
    return recent;
  }

  /**
   * Whether changes that can wait for each other are gathered from now on, where that pays: their
   * errors come later then, and do not tell whose they are.
   */
  void gather(boolean together) {
    gathering = together && dialect.isFar();
  }

  /** What the next statement is about: all else that is gathered need not be said before it. */
  Session about(Object... what) {
    spared = !gathered.touches(List.of(what));
    return this;
  }

  /**
   * Says what is gathered.
   *
   * @throws StoreException if some of it fails: all of the batch has to be taken back then
   */
  void sayGathered() {
    if (gathered.isEmpty()) {
      return;
    }
    try {
      if (!gathered.say()) {
        failure = changedMeanwhile();
        throw failure;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The first row, if there is one. */
  <T> Optional<T> one(Sql sql, Row<T> row, @Nullable Object... arguments) {
    var rows = all(sql, row, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** All rows. */
  <T> List<T> all(Sql sql, Row<T> row, @Nullable Object... arguments) {
    makeReady();
    try (var result = bound(sql, arguments).executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Gives all rows, one by one: memory does not grow with them. */
  <T> void each(Sql sql, Row<T> row, Consumer<? super T> taker, @Nullable Object... arguments) {
    makeReady();
    try {
      var statement = bound(sql, arguments);
      statement.setFetchSize(dialect.rowsAtOnce());
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          taker.accept(row.read(result));
        }
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Changes rows; how many. What is taken back is not remembered. */
  int change(Sql sql, @Nullable Object... arguments) {
    if (sql == Sql.ROLLBACK || sql == Sql.UNDO) {
      recent.forget();
      forgetGathered();
    }
    makeReady();
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Changes a row, soon: with others of its kind, if they are gathered. An order that is not as the
   * words think it is fails the unit.
   *
   * @param sql of a kind that {@link Gathered} has an order for
   * @param about what is changed
   */
  void changeSoon(Sql sql, List<?> about, @Nullable Object... arguments) {
    if (!gathering) {
      if (!Gathered.isDone(sql, change(sql, arguments))) {
        throw changedMeanwhile();
      }
      return;
    }
    refuseAfterFailure();
    if (Gathered.follows(sql)) {
      about(about.toArray());
      makeReady();
    }
    try {
      gathered.add(sql, bound(sql, arguments), about);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Says a word that is meant to the letter: what the database remarks on it counts as an error.
   */
  void insist(Sql word) {
    change(word);
    try {
      var remark = bound(word).getWarnings();
      if (remark != null) {
        throw remark;
      }
    } catch (SQLException e) {
      throw failed(word, e);
    }
  }

  /** What time it is for all who share the database. */
  Instant time(InstantSource ours) {
    return dialect.time(this, ours);
  }

  /** Begins a read transaction. */
  void beginReading() {
    try {
      dialect.beginReading(this);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Ends a read transaction; one that failed ends with its connection. */
  void endReading() {
    if (failure == null) {
      try {
        dialect.endReading(this);
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  /** Whether the connection is gone: nothing that was not committed is kept. */
  boolean isLost() {
    return lost;
  }

  /** What went wrong since the last call of this method, if anything did; forgotten by it. */
  Optional<StoreException> takeFailure() {
    var taken = Optional.ofNullable(failure);
    failure = null;
    return taken;
  }

  /**
   * Closes the connection, whoever uses it: what was not committed is taken back.
   *
   * @param because what is said to whoever goes on with it
   */
  void lose(StoreException because) {
    lost = true;
    failure = because;
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("A connection could not be closed: {}", e.getMessage());
    }
  }

  /** Frees the statements, and leaves the connection to whoever made it. */
  void letGo() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  /** A connection that was lost may refuse even to be closed. */
  @Override
  public void close() {
    try {
      for (var statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      if (!lost) {
        throw dialect.explain(e);
      }
    }
  }

  private PreparedStatement bound(Sql sql, @Nullable Object... arguments) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(dialect.words(sql));
      prepared.put(sql, statement);
    }
    for (var i = 0; i < arguments.length; i++) {
      dialect.bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private void makeReady() {
    var apart = spared;
    spared = false;
    refuseAfterFailure();
    if (!apart) {
      sayGathered();
    }
  }

  private void forgetGathered() {
    try {
      gathered.forget();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** What was decided about another state than is kept must not be written. */
  static StoreException changedMeanwhile() {
    return new StoreException(
        "It was changed meanwhile, past this program. What was to be done is decided anew.");
  }

  private void refuseAfterFailure() {
    if (failure != null) {
      throw new StoreException("An earlier statement of this unit failed.", failure);
    }
  }

  /** A driver may have finalized the statement that failed, so the next use prepares it anew. */
  private StoreException failed(Sql sql, SQLException error) {
    prepared.remove(sql);
    return failed(error);
  }

  /** Somebody may have closed it who was lent it. */
  private boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private StoreException failed(SQLException error) {
    lost |= dialect.isLost(error) || isClosed();
    var explained = dialect.explain(error);
    if (failure == null) {
      failure = explained;
    }
    return explained;
  }
}
