package dev.startill.server.pages;

import java.util.List;

/**
 * The page of messages that were given up. Immutable.
 *
 * @param frame what every page has
 * @param waiting how many still wait, in words
 * @param letters oldest first
 * @param more whether there are more than these
 */
public record OutboxView(Frame frame, String waiting, List<Letter> letters, boolean more) {
  /** A message that was given up; an order that it does not have is empty. */
  public record Letter(
      String id,
      String what,
      String buyer,
      String order,
      String because,
      String attempts,
      Stamp died) {}
}
