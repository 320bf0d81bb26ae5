package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.payment.Order;
import dev.startill.port.Ids;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors that end a transaction by themselves, or come when it is committed. */
@Timeout(60)
class EndedTransactionTest {
  private static final ManualClock CLOCK = new ManualClock(Fixtures.NOON);

  @TempDir Path folder;
  private final Lanes lanes = new Lanes(JdbcStore.QUEUE);
  private Writer writer;
  private GroupCommit group;

  @BeforeEach
  void open() throws SQLException {
    SqliteFile.in(folder).open().close();
    var dialect = Dialect.of(SqliteFile.in(folder).url());
    writer =
        Writer.open(dialect, Database.BOT, new Migrator(dialect, CLOCK)::migrate, System::nanoTime);
    var ids = new Ids(CLOCK, RandomGenerator.of("L64X128MixRandom"));
    group =
        new GroupCommit(
            lanes,
            writer,
            s -> new JdbcWork(s, Database.BOT, CLOCK, ids),
            CLOCK,
            new SteppedBatcher());
  }

  @AfterEach
  void close() {
    group.close();
  }

  @Test
  void each_unit_of_the_batch_runs_again_alone() throws SQLException {
    var tries = new ArrayList<String>();
    var first = queue(work -> Sales.commit(work, Sales.paid(1)));
    var culprit =
        queue(
            work -> {
              tries.add("culprit");
              execute("ROLLBACK");
              throw new StoreException("The disk failed.");
            });
    var last = queue(work -> Sales.commit(work, Sales.paid(2)));

    runAll();

    assertThat(first.await()).isTrue();
    assertThatThrownBy(culprit::await).hasMessage("The disk failed.");
    assertThat(last.await()).isTrue();
    assertThat(tries).as("boldly, in a savepoint, alone").hasSize(3);
    assertThat(charges()).isEqualTo(2);
  }

  @Test
  void a_unit_that_hides_a_failure_fails_too() throws SQLException {
    var sold = Sales.paid(1);
    var known = queue(work -> Sales.commit(work, sold));
    runAll();
    var culprit = queue(work -> sellAndHideTheFailure(work, sold));
    var good = queue(work -> Sales.commit(work, Sales.paid(2)));

    runAll();

    assertThat(known.await()).isTrue();
    assertThatThrownBy(culprit::await).isInstanceOf(StoreException.class);
    assertThat(good.await()).isTrue();
    assertThat(charges()).isEqualTo(2);
  }

  @Test
  void batches_after_a_failure_are_careful_even_of_a_transaction_that_ended_unnoticed()
      throws SQLException {
    var sold = Sales.paid(1);
    queue(work -> Sales.commit(work, sold));
    runAll();
    queue(work -> sellAndHideTheFailure(work, sold));
    runAll();
    var culprit = queue(work -> execute("ROLLBACK"));
    var good = queue(work -> Sales.commit(work, Sales.paid(2)));

    runAll();

    assertThatThrownBy(culprit::await).isInstanceOf(StoreException.class);
    assertThat(good.await()).isTrue();
    assertThat(charges()).isEqualTo(2);
  }

  @Test
  void a_failed_commit_is_an_unknown_outcome_to_all() throws SQLException {
    var batch =
        List.of(
            queue(work -> Sales.commit(work, Sales.paid(1))),
            queue(
                work -> {
                  execute("PRAGMA defer_foreign_keys = ON");
                  execute("UPDATE orders SET link = 'lnk_nowhere'");
                }));

    runAll();

    for (var ticket : batch) {
      assertThatThrownBy(ticket::await)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Nobody knows");
    }
    assertThat(charges()).isZero();
    var next = queue(work -> Sales.commit(work, Sales.paid(2)));
    runAll();
    assertThat(next.await()).isTrue();
  }

  @Test
  void a_full_disk_fails_what_does_not_fit_and_loses_nothing() throws SQLException {
    execute("PRAGMA max_page_count = " + (SqliteFile.in(folder).count("PRAGMA page_count") + 4));
    var sold = new ArrayList<Order.Paid>();
    var failures = new ArrayList<StoreException>();
    for (var buyer = 1; failures.isEmpty() && buyer < 5_000; buyer++) {
      var order = Sales.paid(buyer);
      var ticket = queue(work -> Sales.commit(work, order));
      runAll();
      try {
        ticket.await();
        sold.add(order);
      } catch (StoreException e) {
        failures.add(e);
      }
    }
    assertThat(failures.getFirst()).hasMessageContaining("disk is full");

    execute("PRAGMA max_page_count = 1000000");

    var next = queue(work -> Sales.commit(work, Sales.paid(5_000)));
    runAll();
    assertThat(next.await()).isTrue();
    assertThat(charges()).isEqualTo(sold.size() + 1L);
  }

  private static void sellAndHideTheFailure(Store.Work work, Order.Paid sold) {
    try {
      Sales.commit(work, sold);
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("contradicts");
    }
  }

  private Ticket<Boolean> queue(Consumer<Store.Work> unit) {
    var ticket =
        new Ticket<Boolean>(
            work -> {
              unit.accept(work);
              return true;
            });
    lanes.add(Lane.ROUTINE, ticket);
    return ticket;
  }

  private void runAll() {
    while (group.nextIfAny()) {
      Thread.onSpinWait();
    }
  }

  private long charges() throws SQLException {
    return SqliteFile.in(folder).count("SELECT COUNT(*) FROM charge");
  }

  private void execute(String sql) {
    try (var statement = writer.session().connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StoreException("The test failed.", e);
    }
  }
}
