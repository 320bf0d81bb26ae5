package dev.startill.benchmarks.run;

import dev.startill.benchmarks.run.Contestant.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * All bots in one scenario.
 *
 * @param bots that may have rows
 * @param rows of the scenario
 */
record Field(List<Contestant> bots, List<Row> rows) {
  private static final String HEAD =
      """
      | bot | sales/s | × the best peer | × the floor | CPU ms a sale | checkout p50 / p99 ms \
      | goods p50 / p99 ms | start ms | RSS idle / peak MB | paid, lost, twice |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  /** In Markdown. */
  String table() {
    var table = new StringBuilder(HEAD);
    for (var bot : present()) {
      table.append("| ").append(bot.name());
      cell(table, spread(bot, Row::salesPerSecond).withRange());
      cell(table, ratio(bot, Kind.PEER));
      cell(table, ratio(bot, Kind.FLOOR));
      cell(table, spread(bot, row -> row.use().cpu()).withRange());
      cell(table, pair(bot, row -> row.sum().checkoutP50(), row -> row.sum().checkoutP99()));
      cell(table, pair(bot, row -> row.sum().goodsP50(), row -> row.sum().goodsP99()));
      cell(table, Spread.rounded(spread(bot, row -> row.use().startMillis()).median()));
      cell(table, pair(bot, row -> row.use().idleMegabytes(), row -> row.use().peakMegabytes()));
      cell(table, payments(bot));
      table.append(" |\n");
    }
    return table.toString();
  }

  /** For a chart. */
  List<Chart.Bar> bars(ToDoubleFunction<Row> figure) {
    return present().stream()
        .map(bot -> new Chart.Bar(bot.name(), spread(bot, figure), bot.kind()))
        .toList();
  }

  private List<Contestant> present() {
    return bots.stream().filter(bot -> rowsOf(bot).findAny().isPresent()).toList();
  }

  private static void cell(StringBuilder table, String text) {
    table.append(" | ").append(text);
  }

  private Spread spread(Contestant bot, ToDoubleFunction<Row> figure) {
    return Spread.of(rowsOf(bot).mapToDouble(figure));
  }

  private String pair(Contestant bot, ToDoubleFunction<Row> one, ToDoubleFunction<Row> other) {
    return Spread.rounded(spread(bot, one).median())
        + " / "
        + Spread.rounded(spread(bot, other).median());
  }

  /** Its sales over those of the best of this kind in the same pass; the median of all passes. */
  private String ratio(Contestant bot, Kind kind) {
    var best = bestOf(kind);
    var ratios = new ArrayList<Double>();
    rowsOf(bot)
        .filter(row -> best.containsKey(row.pass()))
        .forEach(row -> ratios.add(row.salesPerSecond() / best.getOrDefault(row.pass(), 1.0)));
    var median = Spread.of(ratios.stream().flatMapToDouble(DoubleStream::of)).median();
    return Spread.rounded(median);
  }

  private Map<Integer, Double> bestOf(Kind kind) {
    var names = bots.stream().filter(bot -> bot.kind() == kind).map(Contestant::name).toList();
    Function<Row, Double> sales = Row::salesPerSecond;
    return rows.stream()
        .filter(row -> names.contains(row.bot()))
        .collect(Collectors.toMap(Row::pass, sales, Math::max));
  }

  private String payments(Contestant bot) {
    var paid = rowsOf(bot).mapToInt(row -> row.count().paid()).sum();
    var lost = rowsOf(bot).mapToInt(row -> row.count().lost()).sum();
    var twice = rowsOf(bot).mapToInt(row -> row.count().twice()).sum();
    return "%d, %d, %d".formatted(paid, lost, twice);
  }

  private Stream<Row> rowsOf(Contestant bot) {
    return rows.stream().filter(row -> row.bot().equals(bot.name()));
  }
}
