package dev.startill.benchmarks.telegram;

/** One purchase, from the command to the goods. For one thread. */
final class Sale {
  /** How far it has come. */
  enum State {
    ASKED,
    CONFIRMED,
    PAID,
    TOLD,
    GIVEN_UP
  }

  final int number;
  final Buyer buyer;

  /** When it was to begin; nanoseconds of the loop's clock, as all times here. */
  final long begun;

  State state = State.ASKED;
  String payload = "";
  long confirmed;
  long paid;

  /** How often its goods have come. */
  int told;

  /** How many kills of the bot there had been when its goods last came. */
  int killsBefore;

  /** Whether its goods came again although the bot had lived on. */
  boolean toldAgain;

  Sale(int number, Buyer buyer, long begun) {
    this.number = number;
    this.buyer = buyer;
    this.begun = begun;
  }

  /** As long as Telegram's are, and in no order: an index takes them as it takes those. */
  String charge() {
    return CHARGE + Long.toHexString(number * 0x9E3779B97F4A7C15L) + TAIL + number;
  }

  /** The number of the sale that has this charge; negative if it is not one of ours. */
  static int numberOf(String charge) {
    return charge.startsWith(CHARGE)
        ? Integer.parseInt(charge.substring(charge.lastIndexOf('_') + 1))
        : -1;
  }

  private static final String CHARGE = "stx";
  private static final String TAIL = "Xq7Z".repeat(28) + "_";
}
