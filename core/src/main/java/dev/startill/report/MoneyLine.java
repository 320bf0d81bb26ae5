package dev.startill.report;

import java.time.LocalDate;

/**
 * What happened on one day under one heading, in nanostars. Immutable.
 *
 * @param day in the report's time zone
 * @param heading under what
 * @param count how many payments came
 * @param sold how much came
 * @param refunded how much went back by refunds
 * @param chargedBack how much buyers took back at the store
 * @param missing how much the statement turned out not to have, less what it had after all
 */
public record MoneyLine(
    LocalDate day,
    Heading heading,
    long count,
    long sold,
    long refunded,
    long chargedBack,
    long missing) {
  /** What is left of it. */
  public long net() {
    return sold - refunded - chargedBack - missing;
  }

  /** Both together, under this one's day and heading. */
  MoneyLine plus(MoneyLine other) {
    return new MoneyLine(
        day,
        heading,
        count + other.count,
        Math.addExact(sold, other.sold),
        Math.addExact(refunded, other.refunded),
        Math.addExact(chargedBack, other.chargedBack),
        Math.addExact(missing, other.missing));
  }
}
