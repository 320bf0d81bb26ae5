package dev.startill.server.web;

import dev.startill.jdbc.JdbcStore;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the server can sell, and if not, why. Threads share it. */
public final class Health {
  private volatile Supplier<Optional<String>> trouble =
      () -> Optional.of("The server is starting and has not yet heard from Telegram.");

  private final Supplier<JdbcStore.Stats> store;

  /** Of a server with this store's counts. */
  public Health(Supplier<JdbcStore.Stats> store) {
    this.store = store;
  }

  /** The server cannot sell. */
  public void isBad(String because) {
    trouble = () -> Optional.of(because);
  }

  /** The server sells whenever this is empty. */
  public void isAs(Supplier<Optional<String>> source) {
    trouble = source;
  }

  /** Why it cannot sell; nothing if it can. */
  public Optional<String> reason() {
    return trouble.get();
  }

  /** How much the store wrote since the start. */
  public JdbcStore.Stats store() {
    return store.get();
  }
}
