package dev.startill.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows by key, with the way back to before the current unit. Guarded by the store's lock. */
final class Table<K extends Comparable<K>, V> {
  private final NavigableMap<K, V> rows = new TreeMap<>();
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

  void remove(K key) {
    var before = rows.remove(key);
    if (before != null) {
      undo.push(() -> rows.put(key, before));
    }
  }

  /** The greatest key, if there is one. */
  Optional<K> lastKey() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.lastKey());
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
