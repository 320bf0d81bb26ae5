package dev.startill.benchmarks.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A figure of several passes.
 *
 * @param least of them
 * @param median of them
 * @param most of them
 */
record Spread(double least, double median, double most) {
  static Spread of(DoubleStream figures) {
    var sorted = figures.filter(Double::isFinite).toArray();
    if (sorted.length == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    Arrays.sort(sorted);
    var half = sorted.length / 2;
    var median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** The median, and the others in brackets. */
  String withRange() {
    return "%s (%s–%s)".formatted(rounded(median), rounded(least), rounded(most));
  }

  /** To three digits or so. */
  static String rounded(double figure) {
    if (Double.isNaN(figure)) {
      return "–";
    }
    if (figure >= 100) {
      return String.format(Locale.ROOT, "%,.0f", figure);
    }
    return String.format(
        Locale.ROOT, figure >= 10 ? "%.1f" : figure >= 1 ? "%.2f" : "%.3f", figure);
  }
}
