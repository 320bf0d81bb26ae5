package dev.startill.server.words;

import java.time.Duration;
import java.time.Instant;

/** How long something has lasted, as people say it. */
public final class Age {
  private Age() {}

  /** Such as {@code 12 minutes}; what seems to begin in the future has just begun. */
  public static String between(Instant begun, Instant now) {
    return of(Duration.between(begun, now));
  }

  /** The same of a time. */
  public static String of(Duration time) {
    var seconds = Math.max(0, time.toSeconds());
    if (seconds < 2) {
      return "a moment";
    }
    if (seconds < 120) {
      return counted(seconds, "second");
    }
    if (seconds < 120 * 60) {
      return counted(seconds / 60, "minute");
    }
    return seconds < 48 * 3600 ? counted(seconds / 3600, "hour") : counted(seconds / 86_400, "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + (count == 1 ? unit : unit + "s");
  }
}
