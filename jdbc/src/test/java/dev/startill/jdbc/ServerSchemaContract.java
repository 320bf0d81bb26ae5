package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a schema comes to be where several programs may want to make it. */
@Timeout(300)
abstract class ServerSchemaContract {
  /** Without any schema; the same within a test. */
  abstract ServerDatabase database();

  @Test
  void nodes_that_start_at_once_take_each_step_once() throws Exception {
    var nodes =
        IntStream.range(0, 4)
            .mapToObj(
                n -> CompletableFuture.supplyAsync(database()::open, Thread::startVirtualThread))
            .toList();
    for (var node : nodes) {
      node.get(120, TimeUnit.SECONDS).close();
    }

    assertThat(database().count("SELECT COUNT(*) FROM startill_migration"))
        .isEqualTo(dialect().migrations().size());
    assertThat(database().count("SELECT COUNT(*) FROM bot_writer")).isEqualTo(1);
  }

  /** Nodes of the third and fourth schema would go on, and not know what lasts. */
  @Test
  void what_the_batches_of_an_earlier_program_begin_with_is_gone() {
    database().open().close();

    assertThatThrownBy(() -> database().count("SELECT COUNT(*) FROM writer"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("writer");
  }

  @Test
  void a_schema_newer_than_the_program_is_refused_with_both_versions() throws SQLException {
    database().open().close();
    database().execute("INSERT INTO startill_migration VALUES (777, 'from tomorrow', 0)");

    assertThatThrownBy(database()::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("schema 777")
        .hasMessageContaining("up to " + dialect().migrations().getLast().number());
  }

  final Dialect dialect() {
    return Dialect.of(database().url());
  }
}
