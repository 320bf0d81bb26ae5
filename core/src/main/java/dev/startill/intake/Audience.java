package dev.startill.intake;

import dev.startill.port.Notice;

/** Who hears what became durable. Threads share it. */
public interface Audience {
  /** Whether anybody listens: else nobody needs to find out what there is to hear. */
  boolean isThere();

  /** Takes it in and keeps nobody waiting: this may be the store's own thread. */
  void hear(Notice notice);
}
