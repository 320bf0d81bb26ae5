package dev.startill.server.pages;

import java.util.List;

/**
 * The page of open cases. Immutable.
 *
 * @param frame what every page has
 * @param cases oldest first
 * @param more whether there are more than these
 */
public record CasesView(Frame frame, List<Row> cases, boolean more) {
  /**
   * A case; what is not known is empty.
   *
   * @param id its id
   * @param reason why somebody must look
   * @param age for how long
   * @param about whom and what
   * @param detail more of it
   * @param suggestion what to do
   */
  public record Row(
      String id, String reason, String age, String about, String detail, String suggestion) {}
}
