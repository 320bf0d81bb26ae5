package dev.startill.sandbox.live;

import dev.startill.sandbox.world.Happening;
import java.time.Instant;

/**
 * Is told what happens, in order and under the World's lock: implementations take note, wake
 * others, and return at once.
 */
public interface Watcher {
  /** Something changed in the World. */
  default void happened(Happening happening) {}

  /** Somebody moved the clock. */
  default void clockMoved(Instant now) {}

  /** Everything was forgotten; a new World has begun. */
  default void forgotten() {}
}
