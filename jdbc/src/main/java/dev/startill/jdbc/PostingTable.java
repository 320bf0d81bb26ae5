package dev.startill.jdbc;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.party.BotId;
import dev.startill.payment.ChargeId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Postings, numbered and chained ({@link HashChain}). Every so many of them, what each account
 * holds is written beside, so that nobody adds up more than the newest few. For one thread.
 */
final class PostingTable {
  /** After how many postings the accounts are summed up. A few milliseconds to add up again. */
  static final int SUMMED_EVERY = 10_000;

  private static final Last NONE = new Last(0, HashChain.start());

  private final Session session;
  private final BotId bot;

  PostingTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  /** Adds a posting; the unit fails if its source has one already. */
  void add(Posting posting, Instant at) {
    var last = last();
    var number = last.number + 1;
    var bookedAt = Rows.micros(at);
    var seal = HashChain.seal(last.seal, bot, number, posting, bookedAt);
    session.changeSoon(
        Sql.ADD_POSTING,
        List.of(posting.source()),
        bot.value(),
        number,
        posting.source(),
        posting.from().name(),
        posting.to().name(),
        posting.nanostars(),
        bookedAt,
        seal);
    session.recent().keep(new Last(number, seal));
    if (number % SUMMED_EVERY == 0) {
      sumUp(number);
    }
  }

  /** Adds it unless its source has one already; how many were added. */
  int addIfNew(Posting posting, Instant at) {
    if (session.one(Sql.POSTING_OF, row -> true, bot.value(), posting.source()).isPresent()) {
      return 0;
    }
    add(posting, at);
    return 1;
  }

  /** That of a charge which came, and that of its going back. */
  List<Posting> of(ChargeId charge) {
    var came = new Source(Source.Kind.CHARGE, charge.value()).text();
    var went = new Source(Source.Kind.REFUND, charge.value()).text();
    return session
        .about(came, went)
        .all(Sql.POSTINGS_OF_CHARGE, row -> Rows.posting(row, "nanostars"), bot.value(), came, went)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What every account holds, in nanostars. */
  static Map<Account, Long> balances(Session session, BotId bot) {
    var balances = new EnumMap<Account, Long>(Account.class);
    for (var account : Account.values()) {
      balances.put(account, 0L);
    }
    var id = bot.value();
    session
        .all(
            Sql.BALANCES,
            row -> Map.entry(Account.valueOf(row.getString(1)), row.getLong(2)),
            id,
            id,
            id,
            id,
            id,
            id)
        .forEach(row -> balances.put(row.getKey(), row.getValue()));
    return balances;
  }

  private void sumUp(long number) {
    var id = bot.value();
    session.change(Sql.ADD_BALANCES, id, number, id, id, id, id, id, id);
  }

  private Last last() {
    return session.recent().last().orElseGet(this::newest);
  }

  private Last newest() {
    return session
        .one(
            Sql.NEWEST_POSTING,
            row -> new Last(row.getLong("seq"), row.getBytes("hash")),
            bot.value())
        .orElse(NONE);
  }

  /** The newest posting's number and seal. */
  static final class Last {
    private final long number;
    private final byte[] seal;

    private Last(long number, byte[] seal) {
      this.number = number;
      this.seal = seal;
    }
  }
}
