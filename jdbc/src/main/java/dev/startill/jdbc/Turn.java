package dev.startill.jdbc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits for the file while another process writes to it, and looks again each millisecond. A server
 * under load leaves it free for a moment between two commits; SQLite's own waiter soon sleeps for a
 * tenth of a second between two looks, and may miss that moment for as long as the load lasts. For
 * one connection.
 */
final class Turn extends BusyHandler {
  private static final int TRY_AGAIN = 1;
  private static final int GIVE_UP = 0;
  private static final long GLANCE = Duration.ofMillis(1).toNanos();

  private final long patience;
  private long since;

  Turn(Duration patience) {
    this.patience = patience.toNanos();
  }

  /** Told how often it was asked before, for one and the same wait. */
  @Override
  protected int callback(int before) {
    if (before == 0) {
      since = System.nanoTime();
    }
    if (System.nanoTime() - since > patience) {
      return GIVE_UP;
    }
    LockSupport.parkNanos(GLANCE);
    return TRY_AGAIN;
  }
}
