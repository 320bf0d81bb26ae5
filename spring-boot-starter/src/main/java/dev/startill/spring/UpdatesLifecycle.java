package dev.startill.spring;

import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** What sees to it that updates come; begins after all else, and ends before it. */
interface UpdatesLifecycle extends SmartLifecycle {
  /** Why no updates come at the moment, for people; empty if all is well. */
  Optional<String> trouble();

  @Override
  default boolean isPauseable() {
    return false;
  }
}
