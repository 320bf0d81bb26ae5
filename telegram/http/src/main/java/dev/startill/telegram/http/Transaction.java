package dev.startill.telegram.http;

import dev.startill.money.Stars;
import dev.startill.payment.ChargeId;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One <a href="https://core.telegram.org/bots/api#startransaction">StarTransaction</a>, field by
 * field as it was met, and the line that it is. There is a line whatever came, so that an offset
 * counts lines; what Telegram did not say clearly is moved nowhere: without an id, a way or an
 * amount it is {@link Purpose#OTHER}, and without a way or an amount it moves nothing. For one
 * thread.
 */
final class Transaction {
  /** {@code nanostar_amount} is 0 to 999,999,999. */
  static final long MOST_NANOS = Stars.NANOS_PER_STAR - 1;

  /** More than any bot ever had, and little enough to be added to others in nanostars. */
  static final long MOST_STARS = 1_000_000_000;

  private static final int LONGEST_NOTE = 500;

  @Nullable String id;
  @Nullable Long date;
  @Nullable Long amount;
  long nanos;
  @Nullable Partner source;
  @Nullable Partner receiver;
  private final List<String> remarks = new ArrayList<>();

  /** Remembers a field that is not as it must be. */
  void note(Misfit misfit) {
    remarks.add(misfit.reason());
  }

  /**
   * The line.
   *
   * @param position how many lines are before it on the statement; one without a usable id gets one
   *     made of that, which no charge has
   */
  StatementLine asLine(long position) {
    var partner = partner();
    var isWhole = hasId() && partner != null && amount != null;
    var it = partner == null ? new Partner() : partner;
    if (partner == null) {
      remarks.add("Telegram does not say whether these Stars came or went: " + told() + " Stars");
    }
    return new StatementLine(
        hasId() ? String.valueOf(id) : "unreadable:" + position,
        partner != null && partner == receiver ? Way.WENT : Way.CAME,
        date == null ? Instant.EPOCH : Instant.ofEpochSecond(date),
        partner == null ? 0 : nanostars(),
        isWhole ? it.purpose() : Purpose.OTHER,
        it.party(),
        Optional.ofNullable(it.payload),
        it.commission(),
        it.withdrawal,
        noteOn(it));
  }

  /** Exactly one of the two is given. */
  private @Nullable Partner partner() {
    if (source != null && receiver != null) {
      return null;
    }
    return source == null ? receiver : source;
  }

  private boolean hasId() {
    return id != null && !id.isBlank() && id.length() <= ChargeId.MAX_LENGTH;
  }

  private long nanostars() {
    return amount == null ? 0 : amount * Stars.NANOS_PER_STAR + nanos;
  }

  private String told() {
    return amount == null ? "an unknown number of" : amount.toString();
  }

  private String noteOn(Partner partner) {
    var all = new ArrayList<>(partner.notes());
    if (!hasId()) {
      all.add("Telegram gave no usable id");
    }
    if (amount == null) {
      all.add("Telegram gave no usable amount");
    }
    all.addAll(remarks);
    return Texts.bounded(String.join("; ", all), LONGEST_NOTE);
  }
}
