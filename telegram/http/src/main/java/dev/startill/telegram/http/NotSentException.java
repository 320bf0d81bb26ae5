package dev.startill.telegram.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The request did not leave whole, so nobody can have acted on it. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  NotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
