package dev.startill.telegram.telegrambots;

import dev.startill.telegram.http.Carrier.Lane;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * A client for each kind of call, which may be one and the same. Immutable.
 *
 * @param answers to checkouts
 * @param sends all else that is said
 * @param polls asks for updates
 * @param end what is to be done when they are closed
 */
record Clients(TelegramClient answers, TelegramClient sends, TelegramClient polls, Runnable end) {
  /** This one for all, and left open. */
  static Clients all(TelegramClient client) {
    return new Clients(client, client, client, () -> {});
  }

  /** The same, and this is done last. */
  Clients andThen(Runnable last) {
    return new Clients(
        answers,
        sends,
        polls,
        () -> {
          end.run();
          last.run();
        });
  }

  TelegramClient of(Lane lane) {
    return switch (lane) {
      case ANSWERS -> answers;
      case SENDS -> sends;
      case POLLS -> polls;
    };
  }
}
