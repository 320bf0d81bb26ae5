package dev.startill.simulation;

/** The process dies here. Whoever catches it goes on in vain: no port answers any more. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super(where, null, false, false);
  }
}
