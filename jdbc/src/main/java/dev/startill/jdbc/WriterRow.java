package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.StoreException;

/**
 * A bot's row of the table {@code writer}: whoever has it locked is the one that writes for the
 * bot, whichever node it is of. It counts how often another connection took over, so that one that
 * finds its own count knows that nobody else wrote since. Stateless.
 */
final class WriterRow {
  private WriterRow() {}

  /**
   * Waits for the row and locks it until the batch ends.
   *
   * @param database what it is called, for people
   * @throws StoreException if there is no such row, or it was not to be had; nothing is begun then
   */
  static void lock(Session session, BotId bot, String database) {
    try {
      var takeovers =
          session
              .one(Sql.BEGIN, row -> row.getLong(1), bot.value())
              .orElseThrow(() -> moved(bot, database));
      if (!session.recent().isSince(takeovers)) {
        session.recent().forget();
        session.change(Sql.TAKE_OVER, bot.value());
        session.recent().since(takeovers + 1);
      }
    } catch (StoreException e) {
      session.takeFailure();
      if (!session.isLost()) {
        session.change(Sql.ROLLBACK);
      }
      throw e;
    }
  }

  private static StoreException moved(BotId bot, String database) {
    return new StoreException(
        "%s: bot %s has no row of writer any more. Was the store moved? Start this node anew."
            .formatted(database, bot));
  }
}
