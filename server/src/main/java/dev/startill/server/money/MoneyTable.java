package dev.startill.server.money;

import dev.startill.report.Heading;
import dev.startill.report.MoneyLine;
import dev.startill.report.MoneyReport;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A report's lines, added up. All amounts in nanostars. Immutable.
 *
 * @param rows by day or by product
 * @param total of all of them
 */
public record MoneyTable(List<Row> rows, Row total) {
  /** What lines are added up by. */
  public enum By {
    DAY,
    PRODUCT
  }

  public MoneyTable {
    rows = List.copyOf(rows);
  }

  /** Adds a report's lines up. */
  public static MoneyTable of(MoneyReport report, By by) {
    var rows = new LinkedHashMap<String, Row>();
    var total = Row.empty("Total", "total");
    for (var line : report.lines()) {
      var row = row(line, by);
      rows.merge(row.key(), row, Row::plus);
      total = total.plus(row);
    }
    return new MoneyTable(List.copyOf(rows.values()), total);
  }

  private static Row row(MoneyLine line, By by) {
    var label = by == By.DAY ? line.day().toString() : title(line.heading());
    var key = by == By.DAY ? line.day().toString() : key(line.heading());
    return new Row(
        label, key, line.count(), line.sold(), line.refunded(), line.chargedBack(), line.missing());
  }

  private static String title(Heading heading) {
    return switch (heading) {
      case Heading.OfProduct product -> product.title();
      case Heading.Stray stray -> "Paid for no order";
      case Heading.Foreign foreign -> "Of other code of this bot";
    };
  }

  private static String key(Heading heading) {
    return switch (heading) {
      case Heading.OfProduct product -> "product:" + product.product().value();
      case Heading.Stray stray -> "stray";
      case Heading.Foreign foreign -> "foreign";
    };
  }

  /**
   * A day's, or a product's.
   *
   * @param label for people
   * @param key for machines
   * @param count how many payments came
   * @param sold how much came
   * @param refunded how much went back
   * @param chargedBack how much buyers took back at the store
   * @param missing how much the statement turned out not to have
   */
  public record Row(
      String label,
      String key,
      long count,
      long sold,
      long refunded,
      long chargedBack,
      long missing) {
    static Row empty(String label, String key) {
      return new Row(label, key, 0, 0, 0, 0, 0);
    }

    /** What is left. */
    public long net() {
      return sold - refunded - chargedBack - missing;
    }

    /** Both; a product's title is the later one's. */
    Row plus(Row more) {
      return new Row(
          key.equals("total") ? label : more.label,
          key,
          count + more.count,
          Math.addExact(sold, more.sold),
          Math.addExact(refunded, more.refunded),
          Math.addExact(chargedBack, more.chargedBack),
          Math.addExact(missing, more.missing));
    }
  }
}
