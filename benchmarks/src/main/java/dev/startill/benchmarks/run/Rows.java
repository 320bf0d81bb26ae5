package dev.startill.benchmarks.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Some of what was measured, to be asked.
 *
 * @param all of them
 */
record Rows(List<Row> all) {
  /** Those of a scenario. */
  Rows in(String scenario) {
    return only(row -> row.scenario().name().equals(scenario));
  }

  /** Those of a bot. */
  Rows of(String bot) {
    return only(row -> row.bot().equals(bot));
  }

  /** Those of some bots. */
  Rows of(Collection<String> bots) {
    return only(row -> bots.contains(row.bot()));
  }

  /** Those that are about how a bot begins and rests. */
  Rows ofStarts() {
    return only(row -> row.scenario().isOfStarts());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** A figure of all of them. */
  Spread spread(ToDoubleFunction<Row> figure) {
    return Spread.of(all.stream().mapToDouble(figure));
  }

  /**
   * A figure over another's in the same pass, for each pass that has both.
   *
   * @param better which of two others in one pass is the one to be compared with
   */
  Spread over(Rows others, ToDoubleFunction<Row> figure, BinaryOperator<Double> better) {
    Map<Integer, Double> best = new HashMap<>();
    for (var other : others.all) {
      best.merge(other.pass(), figure.applyAsDouble(other), better);
    }
    var ratios = new ArrayList<Double>();
    for (var row : all) {
      var other = best.get(row.pass());
      if (other != null) {
        ratios.add(figure.applyAsDouble(row) / other);
      }
    }
    return Spread.of(ratios.stream().flatMapToDouble(DoubleStream::of));
  }

  /** How many payments there were, how many of them were lost, and how many told twice. */
  String payments() {
    return "%d, %d, %d"
        .formatted(
            all.stream().mapToInt(row -> row.count().paid()).sum(),
            all.stream().mapToInt(row -> row.count().lost()).sum(),
            all.stream().mapToInt(row -> row.count().twice()).sum());
  }

  private Rows only(Predicate<Row> condition) {
    return new Rows(all.stream().filter(condition).toList());
  }
}
