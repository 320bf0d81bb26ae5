package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;

/** The way in which updates reach a bot. */
interface Outlet {
  /**
   * Takes an update to be told at least once.
   *
   * @param id its number
   * @param update its JSON
   */
  void tell(long id, Bytes update);

  /** Whether an update that is told twice keeps its number, as it does where a post is repeated. */
  boolean repeatsKeepTheirNumber();
}
