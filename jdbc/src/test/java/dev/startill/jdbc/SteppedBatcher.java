package dev.startill.jdbc;

import org.jspecify.annotations.Nullable;

/** Runs a batch when a test says so. */
final class SteppedBatcher implements Batcher {
  private @Nullable Batches batches;

  @Override
  public void drive(Batches driven) {
    batches = driven;
  }

  /** Runs the next batch, if a unit waits; whether one did. */
  boolean step() {
    return batches != null && batches.nextIfAny();
  }

  @Override
  public void close() {
    while (step()) {
      Thread.onSpinWait();
    }
  }
}
