package dev.startill.testkit;

import dev.startill.money.Stars;
import dev.startill.party.BuyerId;
import dev.startill.payment.Payload;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import java.time.Instant;
import java.util.Optional;

/** A line of the statement in the making. Not for several threads. */
public final class LineFixture {
  private String id = Fixtures.ids().next("line");
  private Purpose purpose = Purpose.INVOICE;
  private Optional<String> payload = Optional.empty();
  private Withdrawal withdrawal = Withdrawal.NONE;
  private long commission;
  private BuyerId buyer = Fixtures.ANNA;
  private Instant at = Fixtures.NOON;

  LineFixture() {}

  /** With this id. */
  public LineFixture withId(String its) {
    id = its;
    return this;
  }

  /** Of this buyer. */
  public LineFixture by(BuyerId whom) {
    buyer = whom;
    return this;
  }

  /** At this time. */
  public LineFixture at(Instant when) {
    at = when;
    return this;
  }

  /** For something else. */
  public LineFixture about(Purpose what) {
    purpose = what;
    return this;
  }

  /** With this in its invoice. */
  public LineFixture carrying(Payload its) {
    return carrying(its.text());
  }

  /** With this in its invoice, which need not be ours. */
  public LineFixture carrying(String text) {
    payload = Optional.of(text);
    return this;
  }

  /** Of which an affiliate got that many nanostars. */
  public LineFixture lessCommission(long nanostars) {
    commission = nanostars;
    return this;
  }

  /** A withdrawal that got that far. */
  public LineFixture withdrawing(Withdrawal state) {
    purpose = Purpose.WITHDRAWAL;
    withdrawal = state;
    return this;
  }

  /** Of that many Stars which came. */
  public StatementLine came(long stars) {
    return line(Way.CAME, stars);
  }

  /** Of that many Stars which went. */
  public StatementLine went(long stars) {
    return line(Way.WENT, stars);
  }

  private StatementLine line(Way way, long stars) {
    return new StatementLine(
        id,
        way,
        at,
        stars * Stars.NANOS_PER_STAR - commission,
        purpose,
        purpose == Purpose.INVOICE ? Optional.of(buyer) : Optional.empty(),
        payload,
        commission,
        withdrawal,
        "");
  }
}
