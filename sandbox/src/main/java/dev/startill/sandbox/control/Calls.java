package dev.startill.sandbox.control;

import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.CallText;
import dev.startill.sandbox.world.Journal;
import dev.startill.sandbox.world.Refusal;
import java.time.Duration;

/**
 * {@code GET /sandbox/calls?method=…&after=…&bot=…&last=…}: the journal, oldest first, or so many
 * of its newest calls; {@code GET /sandbox/calls/{seq}}: one of them.
 */
final class Calls {
  /** A call that takes longer is left out of the journal that is read meanwhile. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

  private final Journal journal;

  Calls(Journal journal) {
    this.journal = journal;
  }

  Answer answer(Request request) {
    settle();
    return request.path().size() == 1 ? list(request) : one(request.pathNumber(1));
  }

  private Answer one(long seq) {
    var found = journal.find(entry -> entry.seq() == seq);
    if (found.isEmpty()) {
      throw Refusal.of(404, "Not Found: call " + seq + " is not in the journal any more");
    }
    return Answer.jsonText(200, CallText.whole(found.getFirst()));
  }

  private Answer list(Request request) {
    var method = request.query().text("method");
    long after = request.query().number("after", 0, 0, Long.MAX_VALUE);
    long bot = request.query().number("bot", 0, 0, Long.MAX_VALUE);
    long last = request.query().number("last", Long.MAX_VALUE, 0, Long.MAX_VALUE);
    var found =
        journal.find(
            entry ->
                entry.seq() > after
                    && (method.isEmpty() || entry.method().equalsIgnoreCase(method))
                    && (bot == 0 || entry.bot() == bot));
    var json = new StringBuilder("[");
    int from = (int) Math.max(0, found.size() - last);
    for (var entry : found.subList(from, found.size())) {
      json.append(json.length() > 1 ? ",\n" : "").append(CallText.whole(entry));
    }
    return Answer.jsonText(200, json.append(']').toString());
  }

  /** Whoever has seen a message finds the call that sent it. */
  private void settle() {
    try {
      boolean settled = journal.settle(LONGEST_CALL);
      assert settled || !settled;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void clear() {
    journal.clear();
  }
}
