package dev.startill.jdbc;

import dev.startill.port.Fulfilment.Purchase;
import dev.startill.settings.Settings;
import dev.startill.testkit.ManualClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A process that hands over one pass in a joined transaction, and stands still at a seam until it
 * is killed. It prints the order that it sold, then where it stands.
 */
final class JoinedUntilDeath {
  /** Where a process may die. */
  enum Seam {
    BEFORE_IT_WRITES,
    WRITTEN,
    MARKED,
    COMMITTED
  }

  private final Seam seam;
  private final boolean onFile;
  private volatile boolean written;

  private JoinedUntilDeath(Seam seam, boolean onFile) {
    this.seam = seam;
    this.onFile = onFile;
  }

  /**
   * Begins with the URL, the name of the seam, the time in seconds.
   *
   * @param arguments these
   */
  public static void main(String[] arguments) throws Exception {
    new JoinedUntilDeath(Seam.valueOf(arguments[1]), arguments[0].startsWith(Sqlite.PREFIX))
        .run(arguments[0], Instant.ofEpochSecond(Long.parseLong(arguments[2])));
  }

  @SuppressWarnings("SystemOut") // its parent reads it
  private void run(String url, Instant now) throws Exception {
    var clock = new ManualClock(now);
    var store =
        JdbcStore.open(
            url,
            Database.BOT,
            Settings.defaults(),
            clock,
            RandomGenerator.getDefault(),
            new HaltingBatcher());
    var handler =
        onFile || seam.compareTo(Seam.MARKED) < 0
            ? store.joined(this::write)
            : store.joined(framework(url), purchase -> write(purchase, Framework.connection()));
    var shop = JoinedShop.over(store, clock, handler);
    System.out.println(shop.paid("stx1"));
    shop.steps();
  }

  private void write(Purchase purchase, Connection connection) throws SQLException {
    standAt(Seam.BEFORE_IT_WRITES);
    Passes.write(purchase, connection);
    written = true;
    standAt(Seam.WRITTEN);
  }

  private Framework framework(String url) {
    return new Framework(
        () -> {
          var connection = DriverManager.getConnection(url);
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
          return connection;
        },
        where -> standAt(Seam.valueOf(where.toUpperCase(Locale.ROOT))));
  }

  @SuppressWarnings("SystemOut") // its parent reads it
  private void standAt(Seam here) {
    if (here == seam) {
      System.out.println(here);
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** The only writer of a file, which stands still around the commit of what was written. */
  private final class HaltingBatcher implements Batcher {
    private final Batcher batcher = Batcher.onItsOwnThread();

    @Override
    public void drive(Batches batches) {
      batcher.drive(batches);
    }

    @Override
    public void say(Word word, Runnable toDatabase) {
      var ours = written && word == Word.COMMIT;
      if (ours && onFile) {
        standAt(Seam.MARKED);
      }
      toDatabase.run();
      if (ours && onFile) {
        standAt(Seam.COMMITTED);
      }
    }

    @Override
    public void close() {
      batcher.close();
    }
  }
}
