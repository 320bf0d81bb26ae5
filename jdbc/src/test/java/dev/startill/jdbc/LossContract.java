package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.settings.Settings;
import dev.startill.testkit.database.LocalServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that are cut, and a server that goes away and comes back. */
@Timeout(180)
abstract class LossContract {
  /** An empty one, on the server that tests share. */
  abstract ServerDatabase database() throws SQLException;

  /** Another, on a server of this test's own. */
  abstract ServerDatabase databaseOfItsOwnServer() throws SQLException;

  @Test
  void a_batch_whose_connection_is_cut_runs_again_on_another() throws SQLException {
    var tries = new AtomicInteger();
    var order = Sales.paid(1);
    try (var database = database();
        var store = database.open()) {
      var done =
          store.<Boolean>inTransaction(
              Lane.ROUTINE,
              work -> {
                if (tries.incrementAndGet() == 1) {
                  database.cut();
                }
                Sales.commit(work, order);
                return true;
              });

      assertThat(done).isTrue();
      assertThat(tries).hasValue(2);
      assertThat(Sales.has(store, order)).isTrue();
      assertThat(database.count("SELECT COUNT(*) FROM posting")).isEqualTo(1);
    }
  }

  @Test
  void between_batches_nobody_notices() throws SQLException {
    try (var database = database();
        var store = database.open()) {
      assertThat(store.books().orders(9, Optional.empty())).isEmpty();
      database.cut();

      Sales.commit(store, Sales.paid(1));

      assertThat(store.books().orders(9, Optional.empty())).hasSize(1);
    }
  }

  @Test
  void at_the_commit_nobody_knows_and_a_second_telling_settles_it() throws SQLException {
    try (var database = database();
        var store = database.open(Settings.defaults(), new CutAtTheCommit(database))) {
      var order = Sales.paid(1);

      assertThatThrownBy(() -> Sales.commit(store, order))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Nobody knows");

      assertThat(Sales.has(store, order)).isFalse();
      Sales.commit(store, order);
      assertThat(Sales.has(store, order)).isTrue();
    }
  }

  @Test
  void a_server_that_was_restarted_is_found_again() throws SQLException {
    var database = databaseOfItsOwnServer();
    try (var server = database.server()) {
      try (var store = database.open()) {
        Sales.commit(store, Sales.paid(1));
        assertThat(store.books().orders(9, Optional.empty())).hasSize(1);
        server.down();

        var lost = Sales.paid(2);
        assertThatThrownBy(() -> Sales.commit(store, lost))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("cannot be reached")
            .hasMessageNotContaining(LocalServer.PASSWORD);
        assertThatThrownBy(() -> store.books().waitingMessages())
            .isInstanceOf(StoreException.class);
        server.up();

        commitSoon(store);
        assertThat(Sales.has(store, lost)).isFalse();
        assertThat(store.books().orders(9, Optional.empty())).hasSize(2);
        assertThat(Chain.isWhole(database, Database.BOT.value())).isTrue();
      }
    }
  }

  /** As whoever tells of a sale does: again, until it is recorded. */
  private static void commitSoon(JdbcStore store) {
    var order = Sales.paid(3);
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        Sales.commit(store, order);
        return;
      } catch (StoreException e) {
        assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** Cuts the connection before the first commit is said. */
  private static final class CutAtTheCommit implements Batcher {
    private final Batcher thread = Batcher.onItsOwnThread();
    private final ServerDatabase database;
    private boolean done;

    CutAtTheCommit(ServerDatabase database) {
      this.database = database;
    }

    @Override
    public void drive(Batches batches) {
      thread.drive(batches);
    }

    @Override
    public void say(Word word, Runnable toDatabase) {
      if (word == Word.COMMIT && !done) {
        done = true;
        database.cut();
      }
      toDatabase.run();
    }

    @Override
    public void close() {
      thread.close();
    }
  }
}
