package dev.startill.benchmarks.run;

import java.io.IOException;
import java.util.Set;

/**
 * A bot to be measured.
 *
 * @param name in tables
 * @param version of the library that it is built on
 * @param modes in which its library brings updates
 * @param kind what to compare it with
 * @param opener prepares its process
 */
record Contestant(String name, String version, Set<Stall.Mode> modes, Kind kind, Opener opener) {
  /** Ours, a peer's, or what nothing can be below. */
  enum Kind {
    OURS,
    PEER,
    FLOOR
  }

  /** Prepares a process. */
  @FunctionalInterface
  interface Opener {
    /** The process that sells at this stall, not started yet. */
    ProcessBuilder open(Stall stall) throws IOException;
  }
}
