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
      take(session, bot, database);
    } catch (StoreException e) {
      session.takeFailure();
      if (!session.isLost()) {
        session.change(Sql.ROLLBACK);
      }
      throw e;
    }
  }

  /**
   * The same, until a transaction ends that somebody else began, and takes back if this fails.
   *
   * @throws StoreException likewise
   */
  static void take(Session session, BotId bot, String database) {
    var takeovers =
        session
            .one(Sql.BEGIN, row -> row.getLong(1), bot.value())
            .orElseThrow(() -> moved(bot, database));
    if (!session.recent().isSince(takeovers)) {
      session.recent().forget();
      session.change(Sql.TAKE_OVER, bot.value());
      session.recent().since(takeovers + 1);
    }
  }

  private static StoreException moved(BotId bot, String database) {
    return new StoreException(
        "%s: bot %s has no row of bot_writer any more. Was the store moved? Start this node anew."
            .formatted(database, bot));
  }
}
