package dev.startill.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The seal of a posting, which follows from it and from all before it. Whoever can write the
 * database can seal everything anew: a seal that is kept elsewhere tells. Immutable.
 *
 * @param number the posting's, 1 for the bot's first
 * @param hash 64 hexadecimal digits, lower case
 */
public record Seal(long number, String hash) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

  public Seal {
    if (!TEXT.matcher(number + ":" + hash).matches()) {
      throw new IllegalArgumentException(
          "A seal is a posting's number and 64 hexadecimal digits, unlike %d and '%s'."
              .formatted(number, hash));
    }
  }

  /** Reads what {@link #toString} writes; empty if it is no seal. */
  public static Optional<Seal> read(String text) {
    var found = TEXT.matcher(text);
    return found.matches()
        ? Optional.of(new Seal(Long.parseLong(found.group(1)), found.group(2)))
        : Optional.empty();
  }

  /** As people keep it: {@code 1234:9f3c…}. */
  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
