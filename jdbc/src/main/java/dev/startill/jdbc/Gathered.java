package dev.startill.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes of a batch that are said together, all of a kind in one go: for a database to which each
 * word is a journey. The kinds have an order of their own in which no row is changed before it is
 * there; so whoever changes or reads a row about which something is gathered has it all said first.
 * For one thread.
 */
final class Gathered {
  /** What no change that is gathered ever touches. */
  static final Object NOTHING = new Object();

  /** What counts the stray charges. */
  static final Object STRAYS = new Object();

  /** A buyer's old order expires before the new one opens; a charge names its order. */
  private static final List<Sql> ORDER =
      List.of(
          Sql.CHANGE_ORDER,
          Sql.ADD_ORDER,
          Sql.ADD_CHARGE,
          Sql.ADD_POSTING,
          Sql.SETTLE,
          Sql.SETTLE_ATTEMPT,
          Sql.ADD_MESSAGE,
          Sql.ADD_EVENT);

  /** What must find one row: it was decided about that row as it was read. */
  private static final Set<Sql> MEETS_ONE = Set.of(Sql.CHANGE_ORDER);

  /** What would otherwise overtake what was gathered earlier about the same. */
  private static final Set<Sql> CHANGES = Set.of(Sql.CHANGE_ORDER, Sql.SETTLE, Sql.SETTLE_ATTEMPT);

  private final Map<Sql, PreparedStatement> statements = new EnumMap<>(Sql.class);
  private final Set<Object> touched = new HashSet<>();

  /** Whether a change of this kind did what it was decided to do. */
  static boolean isDone(Sql kind, int rows) {
    return rows == 1 || !MEETS_ONE.contains(kind);
  }

  /** Whether a change of this kind waits until all that is gathered about the same is said. */
  static boolean follows(Sql kind) {
    return CHANGES.contains(kind);
  }

  /** Whether anything is gathered about any of these. */
  boolean touches(List<?> what) {
    return what.stream().anyMatch(touched::contains);
  }

  /** Takes a change, bound to its statement, about these. */
  void add(Sql kind, PreparedStatement bound, List<?> about) throws SQLException {
    bound.addBatch();
    statements.put(kind, bound);
    touched.addAll(about);
  }

  /**
   * Says all of it.
   *
   * @return whether each did what it was decided to do
   */
  boolean say() throws SQLException {
    var done = true;
    for (var kind : ORDER) {
      var statement = statements.remove(kind);
      if (statement != null) {
        done &= Arrays.stream(statement.executeBatch()).allMatch(rows -> isDone(kind, rows));
      }
    }
    touched.clear();
    return done;
  }

  /** Forgets all of it, because its batch is taken back. */
  void forget() throws SQLException {
    for (var statement : statements.values()) {
      statement.clearBatch();
    }
    statements.clear();
    touched.clear();
  }

  /** Whether there is nothing to say. */
  boolean isEmpty() {
    return statements.isEmpty();
  }
}
