package dev.startill.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How often the engine met each fault and each rare state: counted where it met it, not where it
 * was drawn. For one thread.
 */
public final class Reached {
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private final Map<Rarity, Long> rarities = new EnumMap<>(Rarity.class);

  /** Nothing yet. */
  public Reached() {
    for (var fault : Fault.values()) {
      faults.put(fault, 0L);
    }
    for (var rarity : Rarity.values()) {
      rarities.put(rarity, 0L);
    }
  }

  void count(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  void count(Rarity rarity, long times) {
    rarities.merge(rarity, times, Long::sum);
  }

  /** How often this was met. */
  public long times(Fault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  /** How often this was met. */
  public long times(Rarity rarity) {
    return rarities.getOrDefault(rarity, 0L);
  }

  /** Adds what another history met. */
  public void add(Reached other) {
    other.faults.forEach((fault, times) -> faults.merge(fault, times, Long::sum));
    other.rarities.forEach((rarity, times) -> rarities.merge(rarity, times, Long::sum));
  }

  /** Each of them by its name, faults first. */
  public void forEach(BiConsumer<String, Long> reader) {
    faults.forEach((fault, times) -> reader.accept(fault.name(), times));
    rarities.forEach((rarity, times) -> reader.accept(rarity.name(), times));
  }
}
