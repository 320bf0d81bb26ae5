package dev.startill.server;

import java.util.logging.LogManager;

/**
 * Keeps the log as {@link Logs} sets it up: reads no configuration, which saves time at the start,
 * and is not taken down while the process ends, so that the last lines are seen too.
 */
public final class Steady extends LogManager {
  /** For the JDK, which makes it by its name. */
  public Steady() {}

  @Override
  public void readConfiguration() {}

  @Override
  public void reset() {}
}
