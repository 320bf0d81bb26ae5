package dev.startill.server.pages;

import java.util.List;

/**
 * What every page has. Immutable.
 *
 * @param title of the page
 * @param bot the bot's name, or empty
 * @param refresh when the page renews itself and as what, such as {@code 5;url=/}; or empty
 * @param menu the ways to the other pages; none for whoever may not go there
 * @param notice what came of the last action
 */
public record Frame(String title, String bot, String refresh, List<MenuEntry> menu, Notice notice) {

  /**
   * A way to a page.
   *
   * @param name what it is called
   * @param href where it is
   * @param here whether it is this one
   * @param count how much waits there, or empty
   */
  public record MenuEntry(String name, String href, boolean here, String count) {}

  /** Of a page without ways to others. */
  static Frame alone(String title) {
    return new Frame(title, "", "", List.of(), Notice.NONE);
  }
}
