package dev.startill.reconciliation;

import dev.startill.reconciliation.Discrepancy.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit found so far: the first hundred of each kind, so that a flood of one kind hides no
 * other, and how many there were. For one thread.
 */
final class Findings {
  private static final int NAMED = 100;

  private final List<Discrepancy> named = new ArrayList<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  void add(Kind kind, String subject, long nanostars, String words) {
    if (counts.merge(kind, 1L, Long::sum) <= NAMED) {
      named.add(new Discrepancy(kind, subject, nanostars, words));
    }
  }

  List<Discrepancy> named() {
    return List.copyOf(named);
  }

  long count() {
    return counts.values().stream().mapToLong(n -> n).sum();
  }
}
