package dev.startill.telegram.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The moment at which a call is given up, by {@link System#nanoTime()}: sockets know no other
 * clock. Immutable.
 */
record Deadline(long at) {
  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  /** At least one, as 0 means "for ever" to a socket. */
  int millisLeft() throws SocketTimeoutException {
    var left = nanosLeft();
    if (left <= 0) {
      throw new SocketTimeoutException("no reply in time");
    }
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
  }

  long nanosLeft() {
    return at - System.nanoTime();
  }
}
