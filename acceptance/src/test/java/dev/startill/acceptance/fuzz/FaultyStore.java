package dev.startill.acceptance.fuzz;

import dev.startill.port.Books;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store that fails when it is told to. For one thread. */
final class FaultyStore implements Store {
  private final Store store;
  private Fault fault = Fault.NONE;
  private boolean failed;

  FaultyStore(Store store) {
    this.store = store;
  }

  /** From now on; forgets whether it failed before. */
  void fail(Fault how) {
    fault = how;
    failed = false;
  }

  /** Whether it has failed as it was told. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public <T> T inTransaction(Lane lane, Function<Work, T> unit) {
    return switch (fault) {
      case NONE -> store.inTransaction(lane, unit);
      case BEFORE -> throw failure("refused");
      case WITHIN ->
          store.inTransaction(
              lane,
              work -> {
                var undone = unit.apply(work);
                throw failure("taken back: " + undone);
              });
      case AFTER -> {
        store.inTransaction(lane, unit);
        throw failure("recorded, perhaps");
      }
    };
  }

  @Override
  public <T> void behind(Function<Work, T> unit, Consumer<T> committed) {
    if (fault == Fault.NONE) {
      store.behind(unit, committed);
    }
  }

  @Override
  public Books books() {
    return store.books();
  }

  @Override
  public void close() {
    store.close();
  }

  private StoreException failure(String what) {
    failed = true;
    return new StoreException("as told: " + what);
  }
}
