package dev.startill.sandbox.delivery;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends one exchange when its whole time is over, by closing its socket: a limit for each read would
 * never be reached by a receiver that drips bytes. Thread-safe.
 */
final class Deadline implements AutoCloseable {
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Begins to run. */
  Deadline(Duration time) {
    var unused = end.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Closes this socket when the time is over, at once if it is. */
  void guard(Socket socket) {
    var unused =
        end.whenComplete(
            (done, late) -> {
              if (late != null) {
                close(socket);
              }
            });
  }

  boolean isOver() {
    return end.isCompletedExceptionally();
  }

  /** The exchange came to its end in time. */
  @Override
  public void close() {
    boolean inTime = end.complete(null);
    assert inTime || isOver();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
      return;
    }
  }
}
