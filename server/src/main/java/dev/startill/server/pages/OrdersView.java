package dev.startill.server.pages;

import java.util.List;
import java.util.Optional;

/**
 * The page of all orders. Immutable.
 *
 * @param frame what every page has
 * @param sought what was looked for, or empty
 * @param overview what stands above the newest orders
 * @param orders newest first
 * @param none what is said if there are none
 * @param paging the ways to other orders
 */
public record OrdersView(
    Frame frame,
    String sought,
    Optional<Overview> overview,
    List<OrderRow> orders,
    Blank none,
    Paging paging) {

  /**
   * How things stand.
   *
   * @param books whether they agree with Telegram's
   * @param totals the figures on top
   * @param cases what waits for a person
   * @param allCases the words of a way to all of them; empty where these are all
   * @param strays Stars without an order
   * @param stock one-time codes
   */
  public record Overview(
      Notice books,
      List<Total> totals,
      List<CaseRow> cases,
      String allCases,
      List<StrayRow> strays,
      List<StockRow> stock) {}

  /** What is said where nothing is, and what then. */
  public record Blank(String title, String text) {}

  /** The way back to the first page, and to the next; empty where there is none. */
  public record Paging(String newest, String older) {}

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
