package dev.startill.benchmarks.run;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A bot to be measured.
 *
 * @param name in tables
 * @param version of the library that it is built on
 * @param modes in which its library brings updates
 * @param kind what to compare it with
 * @param needs what else a pass has to give it
 * @param opener prepares its process
 */
record Contestant(
    String name, String version, Set<Stall.Mode> modes, Kind kind, Needs needs, Opener opener) {
  /** Ours, a peer's, or what nothing can be below. */
  enum Kind {
    OURS,
    PEER,
    FLOOR
  }

  /**
   * What a pass has to give it.
   *
   * @param nodes how many processes it is
   * @param books in what it writes, where it asks for them by a URL
   * @param longWarmUp whether it is compiled while it runs
   */
  record Needs(int nodes, Books.Kind books, boolean longWarmUp) {
    /** A program that has what it needs. */
    static final Needs LITTLE = new Needs(1, Books.Kind.FILE, false);

    /** One that is compiled while it runs. */
    static final Needs TIME = new Needs(1, Books.Kind.FILE, true);

    /** So many nodes that share these books. */
    static Needs of(int nodes, Books.Kind books) {
      return new Needs(nodes, books, true);
    }
  }

  /** Prepares a process. */
  @FunctionalInterface
  interface Opener {
    /** The process that sells at this stall, not started yet. */
    ProcessBuilder open(Stall stall) throws IOException;

    /** What checks all that was written at this stall, and ends with 0 if all is well. */
    default Optional<ProcessBuilder> audit(Stall stall) {
      return Optional.empty();
    }
  }
}
