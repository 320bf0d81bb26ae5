package dev.startill.acceptance;

import java.util.Random;

/** Sends back now and then what was paid, by the back office, whether or not the server runs. */
final class Clerk {
  private final Database database;
  private final BackOffice office;
  private final Random chance;

  Clerk(Database database, BackOffice office, Random chance) {
    this.database = database;
    this.office = office;
    this.chance = chance;
  }

  /** Asks for the refund of one of the newest charges that are kept. */
  void refundsOne() {
    var kept =
        database.rows(
            "SELECT id FROM charge WHERE standing = 'KEPT' ORDER BY booked_at DESC LIMIT 20");
    if (!kept.isEmpty()) {
      var unused = office.refunds(kept.get(chance.nextInt(kept.size())));
    }
  }
}
