package dev.startill.money;

/** Writes the ledger's unit for people: as Stars, to the last of nine decimals. */
public final class Nanostars {
  private static final int DECIMALS = 9;

  private Nanostars() {}

  /** Such as {@code 0.5 Stars}, {@code 1 Star} or {@code -65 Stars}. */
  public static String inWords(long nanostars) {
    return decimal(nanostars) + (Math.abs(nanostars) == Stars.NANOS_PER_STAR ? " Star" : " Stars");
  }

  /** The number alone, exact and without zeros that say nothing: {@code 65}, {@code -0.5}. */
  public static String decimal(long nanostars) {
    var whole = Long.toString(Math.abs(nanostars / Stars.NANOS_PER_STAR));
    return (nanostars < 0 ? "-" : "") + whole + fraction(nanostars);
  }

  /** What follows the whole Stars: {@code .5}, or nothing. */
  public static String fraction(long nanostars) {
    var digits = Long.toString(Math.abs(nanostars % Stars.NANOS_PER_STAR));
    var last = digits.length();
    while (last > 0 && digits.charAt(last - 1) == '0') {
      last--;
    }
    return last == 0
        ? ""
        : "." + "0".repeat(DECIMALS - digits.length()) + digits.substring(0, last);
  }
}
