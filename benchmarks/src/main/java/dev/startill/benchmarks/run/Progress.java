package dev.startill.benchmarks.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How far a long run has come. What was planned and what it took so far tell what is left. */
final class Progress {
  private final List<Duration> planned;
  private final int all;
  private final long begun = System.nanoTime();
  private int started;

  /**
   * Nothing done yet.
   *
   * @param planned for each thing to do, in order
   * @param times how often all of them are done
   */
  Progress(List<Duration> planned, int times) {
    this.planned = planned;
    this.all = planned.size() * times;
  }

  /** Begins the next one: its number of all, and the time that is left. */
  String next() {
    var left = left();
    return "%d of %d (%s left)".formatted(++started, all, left);
  }

  /** What is left of the time, with all that was begun behind it. */
  String left() {
    var done = plan(0, started);
    var pace = started == 0 ? 1 : (System.nanoTime() - begun) / (double) done.toNanos();
    return minutes(Duration.ofNanos((long) (plan(started, all).toNanos() * pace)));
  }

  /** Since it began. */
  String taken() {
    return minutes(Duration.ofNanos(System.nanoTime() - begun));
  }

  private Duration plan(int from, int to) {
    var sum = Duration.ZERO;
    for (var i = from; i < to; i++) {
      sum = sum.plus(planned.get(i % planned.size()));
    }
    return sum;
  }

  private static String minutes(Duration time) {
    return String.format(Locale.ROOT, "%.1f min", time.toSeconds() / 60.0);
  }
}
