package dev.startill.server.pages;

import dev.startill.payment.CaseReason;
import dev.startill.port.Books;
import dev.startill.server.words.Age;
import dev.startill.server.words.Wording;
import java.time.Duration;
import java.time.Instant;

/** Whether the books agree with Telegram's, as far as the last reconciliation tells. */
final class Agreement {
  /** A server reads the statement each minute; after ten something keeps it from doing so. */
  private static final Duration STALE = Duration.ofMinutes(10);

  private static final int LOOKED_AT = 1000;

  private Agreement() {}

  static Notice of(Books books, Instant now) {
    var cursor = books.cursor();
    if (cursor.readTo().isEmpty()) {
      return new Notice(
          "Telegram's statement was not read to its end yet. Nothing is sent back automatically"
              + " before.",
          "calm");
    }
    var age = Duration.between(cursor.readTo().get(), now);
    var read =
        "Its statement was read to the end %s ago: %s."
            .formatted(Age.of(age), Wording.counted(cursor.lines(), "line"));
    if (books.cases(LOOKED_AT).stream().anyMatch(line -> isDifference(line.reason()))) {
      return new Notice("The books differ from Telegram's; a case tells how. " + read, "bad");
    }
    return age.compareTo(STALE) > 0
        ? new Notice("The books were not compared with Telegram's for a while. " + read, "busy")
        : new Notice("No difference from Telegram's books is known. " + read, "good");
  }

  private static boolean isDifference(CaseReason reason) {
    return reason == CaseReason.BALANCE_DIFFERS || reason == CaseReason.STATEMENT_SHRANK;
  }
}
