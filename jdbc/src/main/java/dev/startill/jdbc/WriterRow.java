package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.StoreException;

/**
 * A bot's row of the table {@code writer}: whoever has it locked is the one that writes for the
 * bot, whichever node it is of. It tells who wrote last as well. Stateless.
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
      var stamp =
          session
              .one(
                  Sql.BEGIN,
                  row -> new Stamp(row.getString("holder"), row.getLong("takeovers")),
                  bot.value())
              .orElseThrow(() -> moved(bot, database));
      session.recent().since(stamp.isOf(session) ? stamp.takeovers : takeOver(session, bot, stamp));
    } catch (StoreException e) {
      session.takeFailure();
      if (!session.isLost()) {
        session.change(Sql.ROLLBACK);
      }
      throw e;
    }
  }

  private static long takeOver(Session session, BotId bot, Stamp before) {
    session.change(Sql.STAMP, session.name(), bot.value());
    return before.takeovers + 1;
  }

  private static StoreException moved(BotId bot, String database) {
    return new StoreException(
        "%s: bot %s has no row of writer any more. Was the store moved? Start this node anew."
            .formatted(database, bot));
  }

  /** Whose batch was the last, and how often that changed. */
  private record Stamp(String holder, long takeovers) {
    boolean isOf(Session session) {
      return holder.equals(session.name());
    }
  }
}
