package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.money.Nanostars;
import dev.startill.reconciliation.Discrepancy.Kind;
import java.util.EnumMap;
import java.util.Map;

/** What each account must hold, by what charges and lines say of themselves. For one thread. */
final class Expected {
  private final Map<Account, Long> balances = new EnumMap<>(Account.class);

  void add(Posting posting) {
    add(posting.to(), posting.nanostars());
    add(posting.from(), -posting.nanostars());
  }

  void add(Account account, long nanostars) {
    balances.merge(account, nanostars, Math::addExact);
  }

  /** Of the accounts inside: those outside are their mirror. */
  void compare(Map<Account, Long> booked, Findings findings) {
    for (var account : Account.values()) {
      long is = booked.getOrDefault(account, 0L);
      long must = balances.getOrDefault(account, 0L);
      if (account.isInside() && is != must) {
        findings.add(
            Kind.ACCOUNT_DIFFERS,
            account.name(),
            is - must,
            "its postings add up to %s, and charges and lines to %s"
                .formatted(Nanostars.inWords(is), Nanostars.decimal(must)));
      }
    }
  }
}
