package dev.startill.telegram.http;

import java.time.Duration;

/** How one waits: {@link Thread#sleep(Duration)}, or a hand that turns the clock. */
@FunctionalInterface
interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
