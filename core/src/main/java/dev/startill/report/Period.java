package dev.startill.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which days a report is about, and from when it looks ahead. Immutable.
 *
 * @param from the first instant
 * @param to the first instant after
 * @param zone whose days are counted
 * @param now the moment of the report
 */
public record Period(Instant from, Instant to, ZoneId zone, Instant now) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A period does not end before it begins.");
    }
  }

  /** Whole days, the last one included. */
  public static Period ofDays(LocalDate first, LocalDate last, ZoneId zone, Instant now) {
    return new Period(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        zone,
        now);
  }

  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
