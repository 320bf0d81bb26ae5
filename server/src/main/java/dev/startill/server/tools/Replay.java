package dev.startill.server.tools;

import dev.startill.Desk;
import dev.startill.port.Books;
import dev.startill.server.words.Wording;
import java.util.function.LongConsumer;

/** Sends every message again that was given up: each once, the oldest first. */
public final class Replay {
  /** In one go; what is left then is a further go away. */
  private static final int MOST = 10_000;

  private Replay() {}

  /**
   * Sends them again.
   *
   * @param progress is told how many were looked at so far
   */
  public static Result all(Books books, Desk desk, LongConsumer progress) {
    var sent = 0;
    var refused = 0;
    for (var letter : books.deadLetters(MOST)) {
      if (desk.replay(letter.id()) == Desk.Answer.DONE) {
        sent++;
      } else {
        refused++;
      }
      progress.accept(sent + refused);
    }
    return new Result(sent, refused);
  }

  /**
   * What came of it.
   *
   * @param sent how many leave once more
   * @param refused how many do not, because what they are about has moved on
   */
  public record Result(int sent, int refused) {
    /** For people. */
    public String words() {
      return Wording.replayed(sent, refused);
    }
  }
}
