package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.settings.Settings;
import dev.startill.testkit.database.LocalServer;
import dev.startill.testkit.store.StoreContract.Opened;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A database of a test on a server that others may be connected to as well. */
interface ServerDatabase extends Database, AutoCloseable {
  AtomicLong BOTS = new AtomicLong(1000);

  /** The same database, opened for another bot. */
  ServerDatabase as(BotId other);

  /** For a bot that nobody was before: none may see what another one wrote. */
  default ServerDatabase asNewcomer() {
    return as(new BotId(BOTS.incrementAndGet()));
  }

  /** Opened as such a one. */
  default Opened openAsNewcomer(InstantSource clock, Settings settings) {
    return asNewcomer().opened(clock, settings);
  }

  /** Cuts every connection of a store to it. */
  void cut();

  /** Drops it. */
  @Override
  void close() throws SQLException;

  /** The server that it is on. */
  LocalServer server();
}
