package dev.startill.server.tools;

import dev.startill.jdbc.ServeLock;
import dev.startill.server.words.Age;
import dev.startill.server.words.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the doctor sees of the shop's own books. */
final class Shop {
  private static final int COUNTED = 1000;

  /** A statement that was not read for so many intervals was not read by accident. */
  private static final int INTERVALS = 5;

  private Shop() {}

  static List<Finding> of(Office office) {
    var findings = new ArrayList<Finding>();
    findings.add(database(office));
    findings.add(server(office));
    findings.add(statement(office));
    findings.add(cases(office));
    findings.add(outbox(office));
    return findings;
  }

  /** That it was opened says that it can be written to: its schema was brought up to date. */
  private static Finding database(Office office) {
    var where = office.config().database().map(Object::toString).orElse("the database");
    return Finding.ok("database", where + " can be read and written.");
  }

  private static Finding server(Office office) {
    return office.isServed()
        ? Finding.ok("server", "It runs" + number(office) + ".")
        : Finding.warn("server", "None runs on this store. Start it: ./startill serve");
  }

  private static String number(Office office) {
    if (office.config().isShared()) {
      return "";
    }
    var holder = ServeLock.holder(office.config().store());
    return holder.isPresent() ? ", as process " + holder.getAsLong() : "";
  }

  private static Finding statement(Office office) {
    var cursor = office.books().cursor();
    if (cursor.readTo().isEmpty()) {
      return Finding.warn(
          "statement",
          "It was not read to its end yet, and nothing is sent back automatically before. A server"
              + " reads it by itself; so does ./startill reconcile");
    }
    var age = Duration.between(cursor.readTo().get(), office.clock().instant());
    var words =
        "It was read to its end %s ago: %s"
            .formatted(Age.of(age), Wording.counted(cursor.lines(), "line"));
    var every = office.config().reconciling().every();
    return age.compareTo(every.multipliedBy(INTERVALS)) > 0
        ? Finding.warn(
            "statement", words + ". Does the server run, and reach Telegram? ./startill reconcile")
        : Finding.ok("statement", words + ".");
  }

  private static Finding cases(Office office) {
    var open = office.books().cases(COUNTED + 1).size();
    return open == 0
        ? Finding.ok("cases", "Nothing waits for you.")
        : Finding.warn("cases", counted(open, "waits", "wait") + " for you. ./startill cases");
  }

  private static Finding outbox(Office office) {
    var dead = office.books().deadLetters(COUNTED + 1).size();
    var waiting = Wording.waiting(office.books().waitingMessages());
    return dead == 0
        ? Finding.ok("outbox", waiting + " None was given up.")
        : Finding.warn(
            "outbox",
            "%s %s given up. ./startill outbox".formatted(waiting, counted(dead, "was", "were")));
  }

  private static String counted(int found, String ofOne, String ofMany) {
    return found > COUNTED
        ? "More than %s %s".formatted(Wording.count(COUNTED), ofMany)
        : found + " " + (found == 1 ? ofOne : ofMany);
  }
}
