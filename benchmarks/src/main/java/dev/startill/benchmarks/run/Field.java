package dev.startill.benchmarks.run;

import dev.startill.benchmarks.run.Contestant.Kind;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All bots in one scenario.
 *
 * @param bots that may have rows
 * @param rows of the scenario
 */
record Field(List<Contestant> bots, Rows rows) {
  private static final String HEAD =
      """
      | bot | sales/s | × the best peer | × the floor | CPU ms a sale | checkout p50 / p99 ms \
      | goods p50 / p99 ms | start ms | RSS idle / peak MB | paid, lost, twice |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static final String HEAD_OF_STARTS =
      """
      | bot | first answer after ms | RSS idle MB | RSS peak under load MB | paid, lost, twice |
      | --- | --- | --- | --- | --- |
      """;

  private static final String HEAD_OF_NODES =
      """
      | | sales/s | sales a CPU second of the servers | × | … of servers and database | × \
      | CPU ms a sale: servers + database | paid, lost, twice |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  /** In Markdown. */
  String table() {
    var table = new StringBuilder(HEAD);
    for (var bot : present()) {
      var own = rows.of(bot.name());
      table.append("| ").append(bot.name());
      cell(table, own.spread(Row::salesPerSecond).withRange());
      cell(table, sales(own, Kind.PEER));
      cell(table, sales(own, Kind.FLOOR));
      cell(table, cpu(own));
      cell(table, pair(own, row -> row.sum().checkoutP50(), row -> row.sum().checkoutP99()));
      cell(table, pair(own, row -> row.sum().goodsP50(), row -> row.sum().goodsP99()));
      cell(table, Spread.rounded(own.spread(row -> row.use().startMillis()).median()));
      cell(table, pair(own, row -> row.use().idleMegabytes(), row -> row.use().peakMegabytes()));
      cell(table, own.payments());
      table.append(" |\n");
    }
    return table.toString();
  }

  /** The same of a scenario that is about starts. */
  String tableOfStarts() {
    var table = new StringBuilder(HEAD_OF_STARTS);
    for (var bot : present()) {
      var own = rows.of(bot.name());
      table.append("| ").append(bot.name());
      cell(table, own.spread(row -> row.use().startMillis()).withRange());
      cell(table, own.spread(row -> row.use().idleMegabytes()).withRange());
      cell(table, own.spread(row -> row.use().peakMegabytes()).withRange());
      cell(table, own.payments());
      table.append(" |\n");
    }
    return table.toString();
  }

  /** Several nodes beside one on the same database; empty if they did not both run. */
  String tableOfNodes() {
    var sharing = present().stream().filter(Field::isOnPostgresql).toList();
    var one = rows.of(Contestants.ON_POSTGRESQL);
    if (sharing.size() < 2 || one.isEmpty()) {
      return "";
    }
    var table = new StringBuilder(HEAD_OF_NODES);
    for (var bot : sharing) {
      var own = rows.of(bot.name());
      table.append("| ").append(bot.name());
      cell(table, own.spread(Row::salesPerSecond).withRange());
      cell(table, own.spread(Row::salesPerCpuSecond).withRange());
      cell(table, Spread.rounded(own.over(one, Row::salesPerCpuSecond, Math::max).median()));
      cell(table, own.spread(Row::salesPerCpuSecondOfAll).withRange());
      cell(table, Spread.rounded(own.over(one, Row::salesPerCpuSecondOfAll, Math::max).median()));
      cell(table, cpu(own));
      cell(table, own.payments());
      table.append(" |\n");
    }
    return table.toString();
  }

  /** For a chart of one figure. */
  List<Chart.Bar> bars(ToDoubleFunction<Row> figure) {
    return bars(figure, row -> 0);
  }

  /** For a chart of CPU time, with what the database's server takes. */
  List<Chart.Bar> barsOfCpu() {
    return bars(row -> row.use().cpu(), row -> row.use().database());
  }

  private List<Chart.Bar> bars(ToDoubleFunction<Row> figure, ToDoubleFunction<Row> more) {
    return present().stream()
        .map(
            bot -> {
              var own = rows.of(bot.name());
              return new Chart.Bar(
                  bot.name(), own.spread(figure), own.spread(more).median(), bot.kind());
            })
        .toList();
  }

  private List<Contestant> present() {
    return bots.stream().filter(bot -> !rows.of(bot.name()).isEmpty()).toList();
  }

  private static boolean isOnPostgresql(Contestant bot) {
    return bot.needs().books() == Books.Kind.POSTGRESQL;
  }

  private static void cell(StringBuilder table, String text) {
    table.append(" | ").append(text);
  }

  private static String pair(Rows rows, ToDoubleFunction<Row> one, ToDoubleFunction<Row> other) {
    return Spread.rounded(rows.spread(one).median())
        + " / "
        + Spread.rounded(rows.spread(other).median());
  }

  /** The bot's own, and what a server of its database took beside it. */
  private static String cpu(Rows rows) {
    var own = rows.spread(row -> row.use().cpu()).withRange();
    var database = rows.spread(row -> row.use().database());
    return database.most() > 0 ? own + " + " + database.withRange() : own;
  }

  /** Sales over those of the best of this kind in the same pass; the median of all passes. */
  private String sales(Rows own, Kind kind) {
    var names = bots.stream().filter(bot -> bot.kind() == kind).map(Contestant::name).toList();
    return Spread.rounded(own.over(rows.of(names), Row::salesPerSecond, Math::max).median());
  }
}
