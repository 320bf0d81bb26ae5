package dev.startill.jdbc;

import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.port.Due;
import dev.startill.simulation.Probe;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Wrong ways of writing things down. */
final class Mistakes {
  private static final List<Late> LATER = new ArrayList<>();
  private static int history;

  private Mistakes() {}

  private record Late(MessageId id, Message message, Instant at) {}

  /** Each message is written down together with what comes next. */
  static Due aMessageIsWrittenWithTheNextCommit(
      OutboxTable outbox,
      MessageId id,
      Message message,
      Instant at,
      Duration lease,
      MethodHandle shipped)
      throws Throwable {
    if (history != Probe.histories()) {
      history = Probe.histories();
      LATER.clear();
    }
    for (var late : LATER) {
      var due = (Due) shipped.invoke(outbox, late.id(), late.message(), late.at(), Duration.ZERO);
      assert due.id().equals(late.id());
    }
    LATER.clear();
    LATER.add(new Late(id, message, at));
    return new Due(id, message, 1, at, false);
  }

  static void aFailedCommitIsTakenForDone(
      Ticket<?> ticket, Throwable because, MethodHandle shipped) {
    ticket.tell();
  }

  static byte[] eachSealBeginsAnew(
      byte[] before, BotId bot, long number, Posting posting, long bookedAt, MethodHandle shipped)
      throws Throwable {
    return (byte[]) shipped.invoke(HashChain.start(), bot, number, posting, bookedAt);
  }
}
