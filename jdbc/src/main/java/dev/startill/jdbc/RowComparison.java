package dev.startill.jdbc;

import dev.startill.port.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** Reads every row of two databases again, side by side, and compares them. For one thread. */
final class RowComparison {
  private static final int STRIDE = 1000;

  private final MoveEnd source;
  private final MoveEnd target;
  private final LongConsumer progress;
  private long done;

  RowComparison(MoveEnd source, MoveEnd target, LongConsumer progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Compares all tables; how many rows there are.
   *
   * @throws StoreException at the first row that differs
   */
  long all() {
    return source.read(
        ours ->
            target.read(
                theirs -> {
                  for (var table : MovedTable.ALL) {
                    compare(table, ours, theirs);
                  }
                  return done;
                }));
  }

  private void compare(MovedTable table, Connection ours, Connection theirs) throws SQLException {
    try (var mine = walk(table, source.dialect(), ours);
        var yours = walk(table, target.dialect(), theirs);
        var from = mine.executeQuery();
        var to = yours.executeQuery()) {
      while (from.next()) {
        if (!to.next() || !table.row(from).equals(table.row(to))) {
          throw differs(table, table.key(from).toString());
        }
        done++;
        if (done % STRIDE == 0) {
          progress.accept(done);
        }
      }
      if (to.next()) {
        throw differs(table, table.key(to).toString());
      }
    }
  }

  private static PreparedStatement walk(MovedTable table, Dialect dialect, Connection connection)
      throws SQLException {
    var walk = connection.prepareStatement(dialect.filled(table.walking()));
    walk.setFetchSize(dialect.rowsAtOnce());
    return walk;
  }

  private StoreException differs(MovedTable table, String key) {
    return new StoreException(
        "Row %s of %s is not the same in %s as in %s, which stays marked and can be tried again. Nothing was removed: empty %3$s, and run './startill migrate' again."
            .formatted(key, table.name(), target.name(), source.name()));
  }
}
