package dev.startill.server.money;

import dev.startill.report.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whole days in UTC, both ends included. Immutable.
 *
 * @param first the first one
 * @param last the last one
 */
public record Days(LocalDate first, LocalDate last) {
  /** Before Telegram had Stars. */
  private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);

  /** As many as a month has; today is one of them. */
  private static final int USUAL = 30;

  /** Checks their order. */
  public Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the days end at %s, before they begin at %s".formatted(last, first));
    }
  }

  /** What was asked for; else the last thirty days, the present one included. */
  public static Days of(Optional<LocalDate> from, Optional<LocalDate> to, Instant now) {
    var last = to.orElseGet(() -> today(from, now));
    return new Days(from.orElse(last.minusDays(USUAL - 1L)), last);
  }

  /** What was asked for, or the last thirty days if that makes no sense. */
  public static Days nearest(Optional<LocalDate> from, Optional<LocalDate> to, Instant now) {
    var last = to.orElseGet(() -> today(from, now));
    return from.filter(day -> day.isAfter(last)).isPresent()
        ? of(Optional.empty(), to, now)
        : of(from, to, now);
  }

  /** What was asked for; else all that there ever was. */
  public static Days ofAll(Optional<LocalDate> from, Optional<LocalDate> to, Instant now) {
    var last = to.orElseGet(() -> today(from, now));
    return new Days(from.orElse(BEGINNING.isAfter(last) ? last : BEGINNING), last);
  }

  /** For a report that looks ahead from this moment. */
  public Period period(Instant now) {
    return Period.ofDays(first, last, ZoneOffset.UTC, now);
  }

  private static LocalDate today(Optional<LocalDate> from, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return from.filter(day -> day.isAfter(today)).orElse(today);
  }
}
