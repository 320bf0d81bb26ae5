package dev.startill.telegram.http;

import dev.startill.money.Stars;
import org.jspecify.annotations.Nullable;

/**
 * Reads a <a href="https://core.telegram.org/bots/api#staramount">StarAmount</a>. Books are
 * compared with it to the nanostar, so every field of it must be sound. For one thread.
 */
final class Balance {
  private final Tokens json;
  private @Nullable Long amount;
  private long nanos;
  private @Nullable Misfit first;

  Balance(Tokens json) {
    this.json = json;
  }

  /** In nanostars. */
  long read() throws Misfit {
    json.object("the balance", this::readField, misfit -> first = first == null ? misfit : first);
    if (first != null) {
      throw first;
    }
    return Misfit.required(amount, "amount") * Stars.NANOS_PER_STAR + nanos;
  }

  private void readField(String name) throws Misfit {
    switch (name) {
      case "amount" -> amount = json.whole(name, -Transaction.MOST_STARS, Transaction.MOST_STARS);
      case "nanostar_amount" ->
          nanos = json.whole(name, -Transaction.MOST_NANOS, Transaction.MOST_NANOS);
      default -> json.skip();
    }
  }
}
