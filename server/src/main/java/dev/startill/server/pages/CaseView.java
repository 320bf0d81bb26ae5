package dev.startill.server.pages;

import java.util.List;

/**
 * The page of one case. Immutable.
 *
 * @param frame what every page has
 * @param id its id
 * @param title why somebody must look
 * @param word open or closed
 * @param tone how that is to be taken
 * @param meaning what such a case is
 * @param facts what is known of it
 * @param since since when
 * @param age for how long
 * @param suggestion what to do
 * @param ways what can be done, the suggested one first; none once it is closed
 * @param end how it ended, or empty
 */
public record CaseView(
    Frame frame,
    String id,
    String title,
    String word,
    String tone,
    String meaning,
    List<Fact> facts,
    Stamp since,
    String age,
    String suggestion,
    List<Way> ways,
    String end) {

  /**
   * Something that can be done.
   *
   * @param name as the form sends it
   * @param label on the button
   * @param effect what it will do
   * @param asksForCharge whether a person must say which charge is meant
   * @param suggested whether it is what Startill suggests
   */
  public record Way(
      String name, String label, String effect, boolean asksForCharge, boolean suggested) {}
}
