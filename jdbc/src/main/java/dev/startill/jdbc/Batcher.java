package dev.startill.jdbc;

/**
 * Decides when batches of units run, on which thread and by whose watch. A server drives them as
 * fast as they come; a simulator steps them.
 */
public interface Batcher extends AutoCloseable {
  /** Takes over the driving; called once, before the first unit. */
  void drive(Batches batches);

  /**
   * A unit was queued, and its caller, on whose thread this is, waits for it from now on. Whoever
   * has no other thread runs the batches here.
   */
  default void awaited() {}

  /**
   * Says a word of a transaction to the database. A simulator lets it fail instead, by throwing a
   * {@link dev.startill.port.StoreException} before or after it is said.
   *
   * @param toDatabase throws a {@link dev.startill.port.StoreException} where the database refuses
   */
  default void say(Word word, Runnable toDatabase) {
    toDatabase.run();
  }

  /** Nanoseconds of a watch by which the length of a batch is bounded. */
  default long nanoTime() {
    return System.nanoTime();
  }

  /** Returns once {@link Batches#next} has said that nothing will come any more. */
  @Override
  void close();

  /** Where a transaction begins and how it ends. */
  enum Word {
    BEGIN,
    COMMIT,
    ROLLBACK
  }

  /** The batches to drive, one after another: never two at a time. */
  interface Batches {
    /** Runs the next batch, waiting for its first unit; false once the store is closed and done. */
    boolean next() throws InterruptedException;

    /** Runs the next batch if a unit waits; whether one did. */
    boolean nextIfAny();
  }

  /** One thread of its own that runs batch after batch: what suits a server. */
  static Batcher onItsOwnThread() {
    return new WriterThread();
  }
}
