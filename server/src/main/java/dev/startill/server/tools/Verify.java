package dev.startill.server.tools;

import dev.startill.ledger.Account;
import dev.startill.ledger.Seal;
import dev.startill.reconciliation.Audit;
import dev.startill.reconciliation.Discrepancy;
import dev.startill.server.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code verify}: recomputes the books from their first posting, and compares Telegram's balance.
 */
final class Verify {
  static final Tool TOOL = new Tool("verify", Set.of("--seal"), Set.of(), 0, Verify::run);

  /** While a shop sells, a balance and a sum that are read one after the other need not fit. */
  private static final int ATTEMPTS = 10;

  private static final int SHOWN = 20;

  private Verify() {}

  private static int run(Call call) {
    var kept = call.options().value("--seal", Verify::seal);
    try (var office = Office.open(call.config())) {
      var compared = compare(office);
      var audit = audit(call, office, outside(compared, kept));
      call.answer(words(audit, compared), forMachine(audit, compared));
      return audit.agrees() ? Tool.DONE : Tool.REFUSED;
    }
  }

  /**
   * Telegram's balance at a moment, and whether the sums of the books were the same then. That
   * these sums are right is for the audit to find out.
   */
  private record Compared(long held, boolean same) {}

  private static Compared compare(Office office) {
    var held = office.bot().telegram().balance();
    for (var attempt = 1;
        held != booked(office) && attempt < ATTEMPTS && office.rest();
        attempt++) {
      held = office.bot().telegram().balance();
    }
    return new Compared(held, held == booked(office));
  }

  private static long booked(Office office) {
    return Account.inside(office.books().balances());
  }

  private static Seal seal(String text) {
    return Seal.read(text)
        .orElseThrow(() -> new IllegalArgumentException("write it as verify prints it"));
  }

  private static Audit.Outside outside(Compared compared, Optional<Seal> kept) {
    return new Audit.Outside(
        compared.same() ? OptionalLong.empty() : OptionalLong.of(compared.held()), kept);
  }

  private static Audit audit(Call call, Office office, Audit.Outside outside) {
    try (var progress = call.progress("Checking the books", "rows")) {
      var size = office.archive().read(books -> books.size());
      progress.outOf(size.postings() + size.charges() + size.lines());
      return Audit.of(office.archive(), outside, office.config().reconciling(), progress::at);
    }
  }

  private static String words(Audit audit, Compared compared) {
    var lines = new ArrayList<String>();
    lines.add(
        "Checked: %s, %s and %s of the statement."
            .formatted(
                Wording.counted(audit.size().postings(), "posting"),
                Wording.counted(audit.size().charges(), "charge"),
                Wording.counted(audit.size().lines(), "line")));
    if (audit.agrees()) {
      lines.add(
          "The books are whole, and equal to Telegram's to the nanostar: %s."
              .formatted(Wording.nanostars(compared.held())));
      audit.newest().ifPresent(seal -> lines.add("Newest seal, to keep elsewhere: " + seal));
      return String.join("\n", lines);
    }
    lines.add(
        audit.count() == 1
            ? "1 thing does not fit:"
            : "%s things do not fit:".formatted(Wording.count(audit.count())));
    audit.discrepancies().stream().limit(SHOWN).forEach(one -> lines.add("  " + line(one)));
    if (audit.count() > SHOWN) {
      lines.add("  … and %s more (--json names more of them)".formatted(audit.count() - SHOWN));
    }
    lines.add("'./startill reconcile' reads what is new; './startill cases' tells what to do.");
    return String.join("\n", lines);
  }

  private static String line(Discrepancy one) {
    return "%s  %s: %s".formatted(one.kind(), one.subject(), one.words());
  }

  private static Map<String, Object> forMachine(Audit audit, Compared compared) {
    var map = new LinkedHashMap<String, Object>();
    map.put("agrees", audit.agrees());
    map.put("telegram_nanostars", compared.held());
    map.put("ledger_nanostars", audit.booked());
    map.put("postings", audit.size().postings());
    map.put("charges", audit.size().charges());
    map.put("lines", audit.size().lines());
    audit.newest().ifPresent(seal -> map.put("seal", seal.toString()));
    map.put("discrepancies", audit.count());
    map.put("named", audit.discrepancies().stream().map(Verify::forMachine).toList());
    return map;
  }

  private static Map<String, Object> forMachine(Discrepancy one) {
    return Map.of(
        "kind", one.kind().name(),
        "subject", one.subject(),
        "nanostars", one.nanostars(),
        "words", one.words());
  }
}
