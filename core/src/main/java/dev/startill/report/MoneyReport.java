package dev.startill.report;

import dev.startill.ledger.Account;
import dev.startill.party.BotId;
import dev.startill.port.Archive;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * What a bot earned, day by day, and how much of it can be withdrawn when. All amounts in
 * nanostars. Immutable.
 *
 * <p>Telegram holds Stars for {@link #HELD_FOR} after their payment (<a
 * href="https://telegram.org/tos/bot-developers">terms</a>, 6.2.4: "up to 21 days"); this counts
 * them in full, from the second of the payment.
 *
 * @param bot whose
 * @param lines by day, and within it products before strays and foreign ones
 * @param others what else came (or, negative, went) in those days, by account: withdrawals, ads,
 *     commissions
 * @param total what Telegram holds for the bot by the ledger, now
 * @param held of that, what was paid too lately to be withdrawn now
 * @param goingBack of that, what is set aside for refunds under way
 * @param freeing how much of what is held can be withdrawn from which day on
 */
public record MoneyReport(
    BotId bot,
    List<MoneyLine> lines,
    Map<Account, Long> others,
    long total,
    long held,
    long goingBack,
    SortedMap<LocalDate, Long> freeing) {
  /** How long Telegram holds Stars before they can be withdrawn, at most. */
  public static final Duration HELD_FOR = Duration.ofDays(21);

  public MoneyReport {
    lines = List.copyOf(lines);
    others = Map.copyOf(others);
    freeing = Collections.unmodifiableSortedMap(new TreeMap<>(freeing));
  }

  /** Of a bot's books as they are at this moment. Memory grows with days and products alone. */
  public static MoneyReport of(BotId bot, Archive archive, Period period, LongConsumer progress) {
    return archive.read(
        books -> {
          var tally = new MoneyTally(period);
          books.movements(
              movement -> {
                tally.add(movement);
                progress.accept(movement.number());
              });
          return tally.report(bot);
        });
  }

  /** What can be withdrawn now. */
  public long withdrawable() {
    return Math.max(0, total - held - goingBack);
  }
}
