package dev.startill.port;

import java.time.Instant;
import java.util.Locale;

/**
 * A duty that one node has, for a while. Immutable.
 *
 * @param duty which
 * @param holder who has it
 * @param token the fence: every change of holder makes it larger, so that of two who believe that
 *     they hold it, the larger one does
 * @param until when it ends unless it is renewed, in the store's time
 */
public record Lease(Duty duty, NodeId holder, long token, Instant until) {
  /** What one node at a time does for all. */
  public enum Duty {
    /** Asks Telegram for updates. */
    POLLER,
    /** Reads Telegram's statement, ends what is over, and clears away. */
    ROUNDS;

    /** As people read it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
