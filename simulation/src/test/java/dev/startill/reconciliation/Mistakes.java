package dev.startill.reconciliation;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.port.Store.Work;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Wrong readings of the statement. */
final class Mistakes {
  private Mistakes() {}

  static void aWithdrawalIsBookedAgainWhenItEnds(
      Work work, long from, List<StatementLine> lines, Cursor next, MethodHandle shipped)
      throws Throwable {
    shipped.invoke(work, from, lines, next);
    for (var line : lines) {
      if (line.withdrawal() != Withdrawal.PENDING) {
        var source = "withdrawn:" + line.id();
        work.book(
            List.of(new Posting(Account.WITHDRAWALS, Account.FRAGMENT, line.nanostars(), source)),
            line.at());
      }
    }
  }
}
