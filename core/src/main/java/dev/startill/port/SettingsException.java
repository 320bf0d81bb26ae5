package dev.startill.port;

/** A setting cannot be used. The message says which, and the remedy. */
public final class SettingsException extends StartillException {
  private static final long serialVersionUID = 1L;

  /** With the remedy. */
  public SettingsException(String message) {
    super(message, null);
  }
}
