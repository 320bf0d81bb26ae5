package dev.startill.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies tables row by row, in the order of their keys and in chunks that are durable one after the
 * other. So the last key in the target says where to go on. For one thread.
 */
final class RowCopy {
  /** Enough to spread a commit thin; few enough to hold in memory, whatever is in them. */
  static final int CHUNK = 1000;

  private final MoveEnd source;
  private final MoveEnd target;
  private final LongConsumer progress;
  private long done;

  /**
   * From here to there.
   *
   * @param progress is told how many rows are in the target
   */
  RowCopy(MoveEnd source, MoveEnd target, LongConsumer progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
  }

  /** Copies what the target lacks. */
  void all() {
    done = target.rows();
    progress.accept(done);
    MovedTable.ALL.forEach(this::rest);
  }

  private void rest(MovedTable table) {
    var last = target.read(connection -> last(connection, table));
    source.read(
        connection -> {
          var words = last.isEmpty() ? table.walking() : table.walkingOn();
          try (var walk = connection.prepareStatement(source.dialect().filled(words))) {
            walk.setFetchSize(source.dialect().rowsAtOnce());
            MovedTable.bind(source.dialect(), walk, last);
            copy(table, walk);
          }
          return done;
        });
  }

  private void copy(MovedTable table, PreparedStatement walk) throws SQLException {
    try (var rows = walk.executeQuery()) {
      var chunk = new ArrayList<List<@Nullable Object>>(CHUNK);
      while (rows.next()) {
        chunk.add(table.row(rows));
        if (chunk.size() == CHUNK) {
          write(table, chunk);
        }
      }
      if (!chunk.isEmpty()) {
        write(table, chunk);
      }
    }
  }

  private void write(MovedTable table, List<List<@Nullable Object>> chunk) {
    target.change(
        connection -> {
          try (var adding = connection.prepareStatement(target.dialect().filled(table.adding()))) {
            for (var row : chunk) {
              MovedTable.bind(target.dialect(), adding, row);
              adding.addBatch();
            }
            adding.executeBatch();
          }
        });
    done += chunk.size();
    chunk.clear();
    progress.accept(done);
  }

  private List<@Nullable Object> last(Connection connection, MovedTable table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(target.dialect().filled(table.last()))) {
      return row.next() ? table.key(row) : List.of();
    }
  }
}
