package dev.startill.acceptance.fuzz;

/** What a store does with the next units of work. */
enum Fault {
  /** Its work. */
  NONE,
  /** Refuses it before it begins: the disk is full. */
  BEFORE,
  /** Fails at its end: all of it is taken back. */
  WITHIN,
  /** Records it, and says that nobody knows. */
  AFTER
}
