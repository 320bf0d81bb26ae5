package dev.startill.port;

import org.jspecify.annotations.Nullable;

/** The store did not record it, or nobody knows whether it did: acknowledge nothing. */
public final class StoreException extends StartillException {
  private static final long serialVersionUID = 1L;

  /** Without a cause. */
  public StoreException(String message) {
    super(message, null);
  }

  /** With what the store met. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
