package dev.startill.server.pages;

import java.util.List;

/**
 * The page of what was earned. Immutable.
 *
 * @param frame what every page has
 * @param books whether they agree with Telegram's
 * @param totals what there is now
 * @param rates what a Star is worth, and since when that is known
 * @param from the first day
 * @param to the last day
 * @param byDay whether rows are days; else they are products
 * @param csv where the rows for an accountant are
 * @param rows the last one is their sum; none if nothing was sold
 * @param others what else came or went
 * @param freeing what can be withdrawn from which day on
 */
public record MoneyView(
    Frame frame,
    Notice books,
    List<OrdersView.Total> totals,
    String rates,
    String from,
    String to,
    boolean byDay,
    String csv,
    List<Row> rows,
    List<Fact> others,
    List<Fact> freeing) {

  /**
   * A day, a product, or the sum.
   *
   * @param kind {@code total} for the sum, or empty
   */
  public record Row(
      String label,
      String count,
      String sold,
      String refunded,
      String chargedBack,
      String net,
      String kind) {}
}
