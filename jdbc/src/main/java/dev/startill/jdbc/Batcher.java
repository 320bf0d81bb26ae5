package dev.startill.jdbc;

/**
 * Decides when batches of units run, and on which thread. A server drives them as fast as they
 * come; a simulator steps them.
 */
public interface Batcher extends AutoCloseable {
  /** Takes over the driving; called once, before the first unit. */
  void drive(Batches batches);

  /** Returns once {@link Batches#next} has said that nothing will come any more. */
  @Override
  void close();

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
