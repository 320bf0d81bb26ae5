package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Seal;
import dev.startill.ledger.Source;
import dev.startill.money.Nanostars;
import dev.startill.port.Archive.Entry;
import dev.startill.port.Archive.Sum;
import dev.startill.reconciliation.Discrepancy.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks along the chain of postings, adding up what each account holds. It remembers the sums that
 * are kept beside them, of which there is one set for thousands of postings. For one thread.
 */
final class PostingAudit {
  private final Findings findings;
  private final Map<Account, Long> balances = new EnumMap<>(Account.class);
  private final TreeMap<Long, Map<String, Long>> sums = new TreeMap<>();
  private final Expected writtenOff = new Expected();
  private Optional<Seal> known;
  private Optional<Seal> newest = Optional.empty();

  /**
   * An audit of postings.
   *
   * @param known a seal that is kept elsewhere
   */
  PostingAudit(Findings findings, Optional<Seal> known) {
    this.findings = findings;
    this.known = known;
    for (var account : Account.values()) {
      balances.put(account, 0L);
    }
  }

  void remember(Sum sum) {
    sums.computeIfAbsent(sum.number(), number -> new HashMap<>())
        .put(sum.account(), sum.nanostars());
  }

  void check(Entry entry) {
    if (!entry.sealed()) {
      findBroken(
          entry, "does not follow from the one before it; it, or one before it, was changed");
    }
    newest = entry.seal();
    known.filter(seal -> seal.number() == entry.number()).ifPresent(seal -> compare(seal, entry));
    entry.posting().ifPresent(posting -> take(posting, entry));
    var sum = sums.remove(entry.number());
    if (sum != null) {
      compare(entry.number(), sum);
    }
  }

  /** Sums, and a seal that is kept elsewhere, of a posting which is not there any more. */
  void checkRest() {
    known.ifPresent(
        seal ->
            findings.add(
                Kind.CHAIN_BROKEN,
                "posting " + seal.number(),
                0,
                "a seal of it is kept elsewhere, and it is not there"));
    for (var number : sums.keySet()) {
      findings.add(
          Kind.CHAIN_BROKEN,
          "posting " + number,
          0,
          "sums are kept up to posting %d, which is not there".formatted(number));
    }
  }

  /** The seal of the last posting, if it has one. */
  Optional<Seal> newest() {
    return newest;
  }

  Map<Account, Long> balances() {
    return balances;
  }

  /** What was written off: nothing but its own posting tells of it. */
  Expected writtenOff() {
    return writtenOff;
  }

  private void compare(Seal kept, Entry entry) {
    known = Optional.empty();
    if (!entry.seal().equals(Optional.of(kept))) {
      findBroken(
          entry,
          "has another seal than the one that is kept elsewhere; it, or one before it, was changed and all sealed anew");
    }
  }

  private void findBroken(Entry entry, String how) {
    findings.add(
        Kind.CHAIN_BROKEN,
        entry.source(),
        entry.posting().map(Posting::nanostars).orElse(0L),
        "posting %d %s".formatted(entry.number(), how));
  }

  private void take(Posting posting, Entry entry) {
    balances.merge(posting.from(), -posting.nanostars(), Math::addExact);
    balances.merge(posting.to(), posting.nanostars(), Math::addExact);
    var source = Source.read(posting.source());
    if (source.isPresent() && source.get().kind() == Source.Kind.UNEXPLAINED) {
      writtenOff.add(posting);
    }
    if (source.filter(s -> isCaused(s, posting, entry)).isEmpty()) {
      findings.add(
          Kind.CAUSE_UNKNOWN,
          posting.source(),
          posting.nanostars(),
          "posting %d moves Stars from %s to %s, and nobody has what caused it"
              .formatted(entry.number(), posting.from(), posting.to()));
    }
  }

  private static boolean isCaused(Source source, Posting posting, Entry entry) {
    return switch (source.kind()) {
      case CHARGE, REFUND -> isForeign(posting) ? entry.stated() : entry.charged();
      case CLAIMED, CHARGEBACK, MISSING, FOUND, ACCEPTED -> entry.charged();
      case LINE_CAME, LINE_WENT, COMMISSION_CAME, COMMISSION_WENT -> entry.stated();
      // What they moved is told by the accounts: a refund's id leads nowhere once it has ended.
      case REFUNDING, REFUND_REFUSED, UNEXPLAINED -> true;
    };
  }

  private static boolean isForeign(Posting posting) {
    return posting.from() == Account.FOREIGN || posting.to() == Account.FOREIGN;
  }

  private void compare(long number, Map<String, Long> sum) {
    for (var account : Account.values()) {
      long kept = sum.getOrDefault(account.name(), 0L);
      long is = balances.getOrDefault(account, 0L);
      if (kept != is) {
        findings.add(
            Kind.SUM_DIFFERS,
            account.name(),
            kept - is,
            "%s are kept as the sum of the first %d postings, which is %s"
                .formatted(Nanostars.inWords(kept), number, Nanostars.decimal(is)));
      }
    }
  }
}
