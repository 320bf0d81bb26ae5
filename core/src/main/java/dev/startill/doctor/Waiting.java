package dev.startill.doctor;

/** Judges what waits in a store. Pure. */
final class Waiting {
  /** More are not counted. */
  static final int COUNTED = 1000;

  private Waiting() {}

  /** Cases that are open, at most {@link #COUNTED}. */
  static Finding cases(int open) {
    return open == 0
        ? new Finding.Well(Subject.CASES, "Nothing waits for you.")
        : Ailment.CASES_OPEN.found(counted(open, "waits", "wait") + " for you.");
  }

  /** Messages that were given up, at most {@link #COUNTED}, and those that wait to leave. */
  static Finding messages(int dead, long waiting) {
    var leaving = waiting + (waiting == 1 ? " message waits" : " messages wait") + " to be sent; ";
    return dead == 0
        ? new Finding.Well(Subject.OUTBOX, leaving + "none was given up.")
        : Ailment.MESSAGES_DEAD.found(leaving + counted(dead, "was", "were") + " given up.");
  }

  private static String counted(int found, String ofOne, String ofMany) {
    if (found >= COUNTED) {
      return COUNTED + " or more " + ofMany;
    }
    return found + " " + (found == 1 ? ofOne : ofMany);
  }
}
