package dev.startill.intake;

import java.time.Instant;

/**
 * Where messages leave. Whoever is about to write one may take a place first: then the message is
 * leased as it is written, and leaves right after its commit, without anybody having to look for
 * it. Threads share it.
 */
public interface Outlet {
  /** Takes a place, if there is one: it is used by {@link #send} or given back. */
  boolean reserve();

  /** Gives back a place that was not used. */
  void giveBack();

  /**
   * Sends what was committed, and frees its place afterwards.
   *
   * @param until when its lease ends, at the earliest
   */
  void send(Lent lent, Instant until);

  /** Tells that messages wait which nobody was lent. */
  void wake();
}
