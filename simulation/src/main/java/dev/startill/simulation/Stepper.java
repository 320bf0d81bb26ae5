package dev.startill.simulation;

import dev.startill.jdbc.Batcher;
import dev.startill.port.StoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches when somebody waits for a unit, on that thread, and else when it is told to; and
 * spoils them as the weather has it. What is queued when the process dies is gone. For one thread.
 */
final class Stepper implements Batcher {
  private final Stage stage;
  private @Nullable Batches batches;

  Stepper(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void drive(Batches driven) {
    batches = driven;
  }

  @Override
  public void awaited() {
    if (stage.weather.isSlowDisk()) {
      stage.reached.count(Fault.SLOW_DISK);
      stage.pass(9_000);
    }
    runAll();
  }

  /** Runs what is queued; whether anything was. */
  boolean runAll() {
    var any = false;
    while (batches != null && batches.nextIfAny()) {
      any = true;
    }
    return any;
  }

  @Override
  public void say(Word word, Runnable toDatabase) {
    switch (word) {
      case BEGIN -> begin(toDatabase);
      case COMMIT -> commit(toDatabase);
      case ROLLBACK -> {
        stage.seams.check();
        stage.inTransaction(false);
        toDatabase.run();
      }
    }
  }

  private void begin(Runnable toDatabase) {
    stage.seams.cross(Seams.Seam.BEFORE_BEGIN);
    if (stage.weather.isLocked()) {
      stage.reached.count(Fault.LOCK_TIMEOUT);
      stage.trace.say("another process holds the lock");
      stage.database.lock();
      try {
        toDatabase.run();
      } finally {
        stage.database.unlock();
      }
      return;
    }
    toDatabase.run();
    stage.inTransaction(true);
  }

  private void commit(Runnable toDatabase) {
    stage.seams.cross(Seams.Seam.BEFORE_COMMIT);
    switch (stage.weather.onCommit()) {
      case COMMIT_FAILED -> {
        stage.reached.count(Fault.COMMIT_FAILED);
        stage.trace.say("the commit fails, and nothing is written");
        throw new StoreException("The disk failed before the commit.");
      }
      case COMMIT_UNKNOWN -> {
        stage.reached.count(Fault.COMMIT_UNKNOWN);
        toDatabase.run();
        committed();
        stage.trace.say("the commit fails, and all is written");
        throw new StoreException("The disk failed after the commit.");
      }
      case DONE -> {
        toDatabase.run();
        committed();
        stage.trace.say("commit");
      }
    }
    stage.seams.cross(Seams.Seam.AFTER_COMMIT);
  }

  private void committed() {
    stage.inTransaction(false);
    stage.database.committed();
  }

  /** A process that dies runs nothing more; one that stops has run all before. */
  @Override
  public void close() {
    batches = null;
  }

  /** No time passes within a batch. */
  @Override
  public long nanoTime() {
    return Duration.between(Stage.START, stage.world.now()).toNanos();
  }
}
