package dev.startill.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What happened in a history, line by line. Two runs of one seed have the same. For one thread. */
final class Trace {
  private final List<String> lines = new ArrayList<>();
  private final Instant start;
  private InstantSource time;
  private int step;

  Trace(Instant start) {
    this.start = start;
    this.time = InstantSource.fixed(start);
  }

  /** Lines bear this time from now on. */
  void by(InstantSource source) {
    time = source;
  }

  /** The next step begins. */
  int next() {
    return ++step;
  }

  /** How many steps there were. */
  int step() {
    return step;
  }

  void say(String what) {
    var passed = Duration.between(start, time.instant());
    lines.add(step + " +" + passed + " " + what);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
