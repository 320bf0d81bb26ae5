package dev.startill.reconciliation;

import dev.startill.reconciliation.Discrepancy.Kind;
import java.util.ArrayList;
import java.util.List;

/** What an audit found so far: the first thousand, and how many there were. For one thread. */
final class Findings {
  private static final int NAMED = 1000;

  private final List<Discrepancy> named = new ArrayList<>();
  private long count;

  void add(Kind kind, String subject, long nanostars, String words) {
    count++;
    if (named.size() < NAMED) {
      named.add(new Discrepancy(kind, subject, nanostars, words));
    }
  }

  List<Discrepancy> named() {
    return List.copyOf(named);
  }

  long count() {
    return count;
  }
}
