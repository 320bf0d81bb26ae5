package dev.startill.server.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A moment, for machines and for people, in UTC. Immutable.
 *
 * @param machine in ISO form
 * @param day such as {@code 2026-11-22}
 * @param clock such as {@code 22:31:05}
 */
public record Stamp(String machine, String day, String clock) {
  static Stamp of(Instant moment) {
    var second = moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    var clock =
        "%02d:%02d:%02d".formatted(second.getHour(), second.getMinute(), second.getSecond());
    return new Stamp(second.toInstant().toString(), second.toLocalDate().toString(), clock);
  }

  /** Both, for places without a mark-up of their own. */
  String inWords() {
    return day + " " + clock;
  }
}
