package dev.startill.spring;

import dev.startill.Startill;
import dev.startill.node.Tenure;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the engine from before the first request until after the last: it starts before the web
 * server and stops after that has drained, while all beans are still there. One that stopped is not
 * started again. Threads share it.
 */
final class EngineLifecycle implements SmartLifecycle {
  /** Below that of the web server, which is 2048 below the default. */
  static final int PHASE = DEFAULT_PHASE - 3072;

  private final Startill startill;
  private final Duties duties;
  private final Runnable readiness;
  private State state = State.NEW;

  private enum State {
    NEW,
    RUNNING,
    STOPPED
  }

  /**
   * A life.
   *
   * @param readiness what must be well before it begins; what it throws ends the start
   */
  EngineLifecycle(Startill startill, Duties duties, Runnable readiness) {
    this.startill = startill;
    this.duties = duties;
    this.readiness = readiness;
  }

  @Override
  public synchronized void start() {
    if (state == State.STOPPED) {
      throw new IllegalStateException(
          "Startill was stopped with its context. Refresh a new context instead of starting this"
              + " one again.");
    }
    readiness.run();
    duties.rounds().ifPresent(Tenure::start);
    startill.start();
    state = State.RUNNING;
  }

  /** What is being sent may finish, within two and a half seconds. */
  @Override
  public synchronized void stop() {
    duties.rounds().ifPresent(Tenure::close);
    startill.close();
    state = State.STOPPED;
  }

  @Override
  public synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Tests pause contexts that they keep for later; payments do not pause. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}
