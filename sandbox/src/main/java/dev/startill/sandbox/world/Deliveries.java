package dev.startill.sandbox.world;

/** Decides how often an update of this kind reaches its bot; one is the ordinary answer. */
@FunctionalInterface
public interface Deliveries {
  /** 0 loses the update, 2 delivers it twice. */
  int copies(String kind);

  /** Nothing goes wrong. */
  Deliveries FAITHFUL = kind -> 1;
}
