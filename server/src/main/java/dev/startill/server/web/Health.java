package dev.startill.server.web;

import java.util.Optional;

/** Whether the server can sell, and if not, why. Threads share it. */
public final class Health {
  private volatile Optional<String> reason =
      Optional.of("The server is starting and has not yet heard from Telegram.");

  /** The server can sell. */
  public void isGood() {
    reason = Optional.empty();
  }

  /** The server cannot sell. */
  public void isBad(String because) {
    reason = Optional.of(because);
  }

  /** Why it cannot sell; nothing if it can. */
  public Optional<String> reason() {
    return reason;
  }
}
