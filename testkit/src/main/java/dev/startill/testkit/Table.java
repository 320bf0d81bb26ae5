package dev.startill.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows by key, with the way back to before the current unit. Guarded by the store's lock. */
final class Table<K extends Comparable<K>, V> {
  private final Map<K, V> rows = new TreeMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  Optional<V> get(K key) {
    return Optional.ofNullable(rows.get(key));
  }

  boolean has(K key) {
    return rows.containsKey(key);
  }

  void put(K key, V row) {
    var before = rows.put(key, row);
    undo.push(
        () -> {
          if (before == null) {
            rows.remove(key);
          } else {
            rows.put(key, before);
          }
        });
  }

  Stream<V> rows() {
    return rows.values().stream();
  }

  void keep() {
    undo.clear();
  }

  void undo() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
