package dev.startill.sandbox.world;

import java.util.Locale;

/** What becomes of an update that was queued. */
public enum Fate {
  /** A poll was handed it, which happens again until it is confirmed, or a webhook took it. */
  DELIVERED,

  /** A fault lost it, the queue was full, its bot skipped it, or a webhook never took it. */
  DROPPED,

  /** Nobody read it in time. */
  EXPIRED;

  /** The word for the control interface. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
