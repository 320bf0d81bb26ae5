package dev.startill.server.pages;

import java.util.List;

/**
 * The page of all orders. Immutable.
 *
 * @param frame what every page has
 * @param books whether they agree with Telegram's; nothing on further pages
 * @param sought what was looked for, or empty
 * @param totals the figures on top
 * @param cases what waits for a person
 * @param allCases the words of a way to all of them; empty where these are all
 * @param strays Stars without an order
 * @param stock one-time codes
 * @param orders newest first
 * @param emptyTitle what is said if there are none
 * @param emptyText and what then
 * @param newest the way back to the first page, or empty
 * @param older the way to the next page, or empty
 */
public record OrdersView(
    Frame frame,
    Notice books,
    String sought,
    List<Total> totals,
    List<CaseRow> cases,
    String allCases,
    List<StrayRow> strays,
    List<StockRow> stock,
    List<OrderRow> orders,
    String emptyTitle,
    String emptyText,
    String newest,
    String older) {

  /** A figure. */
  public record Total(String name, String value, String note, String tone) {}

  /** Something that waits for a person; what is not known is empty. */
  public record CaseRow(
      String id,
      String reason,
      String order,
      String charge,
      String buyer,
      Stamp since,
      String detail) {}

  /** Stars without an order. */
  public record StrayRow(
      String stars,
      String why,
      String standing,
      String tone,
      String buyer,
      String payload,
      String charge,
      String refund,
      boolean returnable,
      Stamp since) {}

  /** One-time codes of a product. */
  public record StockRow(String product, String words, String tone) {}

  /** An order. */
  public record OrderRow(
      String id,
      String title,
      String stars,
      String buyer,
      String word,
      String tone,
      Stamp changed) {}
}
