package dev.startill.port;

import org.jspecify.annotations.Nullable;

/** Something that should not happen. The message says what to do. Never carries a token. */
public abstract sealed class StartillException extends RuntimeException
    permits StoreException, TelegramException, SettingsException {
  private static final long serialVersionUID = 1L;

  StartillException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
