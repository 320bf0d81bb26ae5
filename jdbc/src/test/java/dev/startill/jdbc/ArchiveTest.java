package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.StoreException;
import dev.startill.reconciliation.Audit;
import dev.startill.settings.Reconciling;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads all of the books sees one moment of them, whoever writes meanwhile. */
@Timeout(60)
class ArchiveTest {
  @TempDir Path folder;

  @Test
  void a_snapshot_does_not_see_what_is_committed_after_it_began() {
    try (var store = SqliteFile.in(folder).open()) {
      Sales.commit(store, Sales.paid(1));

      var seen =
          store
              .archive()
              .read(
                  books -> {
                    var before = books.size().postings();
                    Sales.commit(store, Sales.paid(2));
                    var entries = new AtomicLong();
                    books.entries(entry -> entries.incrementAndGet());
                    return before + entries.get();
                  });

      assertThat(seen).isEqualTo(2);
      assertThat(store.archive().<Long>read(books -> books.size().postings())).isEqualTo(2);
    }
  }

  @Test
  void audits_agree_while_others_write() throws InterruptedException {
    try (var store = SqliteFile.in(folder).open()) {
      var stop = new AtomicBoolean();
      var buyers = new AtomicLong();
      var writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!stop.get()) {
                      Sales.commit(store, Sales.paid(buyers.incrementAndGet()));
                    }
                  });
      for (var audits = 0; audits < 20 || buyers.get() < 200; audits++) {
        var audit =
            Audit.of(store.archive(), Audit.Outside.NOTHING, Reconciling.defaults(), rows -> {});
        assertThat(audit.discrepancies()).isEmpty();
      }
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void a_reader_that_throws_leaves_the_store_as_it_was() {
    try (var store = SqliteFile.in(folder).open()) {
      Sales.commit(store, Sales.paid(1));
      var boom = new IllegalStateException("boom");
      for (var i = 0; i < 9; i++) {
        assertThatThrownBy(
                () ->
                    store
                        .archive()
                        .read(
                            books -> {
                              books.entries(
                                  entry -> {
                                    throw boom;
                                  });
                              return true;
                            }))
            .isSameAs(boom);
      }

      Sales.commit(store, Sales.paid(2));
      assertThat(store.archive().<Long>read(books -> books.size().charges())).isEqualTo(2);
    }
  }

  @Test
  void a_closed_store_is_not_read() {
    var store = SqliteFile.in(folder).open();
    store.close();

    assertThatThrownBy(() -> store.archive().read(books -> books.size()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }
}
