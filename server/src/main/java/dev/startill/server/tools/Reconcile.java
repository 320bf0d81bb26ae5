package dev.startill.server.tools;

import dev.startill.reconciliation.Reconciliation;
import dev.startill.server.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code reconcile}: reads Telegram's statement to its end, and compares the books. */
final class Reconcile {
  static final Tool TOOL = new Tool("reconcile", Set.of(), Set.of(), 0, Reconcile::run);

  private Reconcile() {}

  private static int run(Call call) {
    try (var office = Office.open(call.config())) {
      var result = read(call, office);
      var waiting = office.isServed() ? 0 : office.books().waitingMessages();
      call.answer(words(result, waiting), forMachine(result, office));
      return differs(result) ? Tool.REFUSED : Tool.DONE;
    }
  }

  /** What was not compared does not differ: the exit status says so of nothing but a difference. */
  private static boolean differs(Reconciliation result) {
    return result.difference().isPresent() && !result.agrees();
  }

  /** A difference that is seen once may be on its way to vanish; seen twice it becomes a case. */
  private static Reconciliation read(Call call, Office office) {
    try (var progress = call.progress("Reading Telegram's statement", "lines")) {
      var first = office.startill().reconcile(progress::at);
      if (!differs(first)) {
        return first;
      }
      var second = office.startill().reconcile(progress::at);
      return second.difference().isPresent() ? first.and(second) : second.and(first);
    }
  }

  private static String words(Reconciliation result, long waiting) {
    var lines = new ArrayList<String>();
    lines.add(
        result.lines() == 0
            ? "The statement has nothing new."
            : "New lines of the statement: %s.".formatted(Wording.count(result.lines())));
    tell(lines, result.recovered(), "Recovered payments that no update had told of");
    tell(lines, result.refunds(), "Booked refunds that nothing else had told of");
    tell(lines, result.missing(), "Charges that the statement lacks, each with a case");
    tell(lines, result.repeated(), "Refunds that had not been made and are asked for again");
    if (waiting > 0) {
      lines.add(Wording.waiting(waiting) + " No server runs: './startill serve' sends it.");
    }
    lines.add(comparison(result));
    return String.join("\n", lines);
  }

  private static String comparison(Reconciliation result) {
    var difference = result.difference();
    if (difference.isEmpty()) {
      return "The ledger and Telegram's balance could not be compared: Telegram did not say what it"
          + " holds, Stars came and went all the while, or a server was reading too. Try again, or"
          + " see './startill verify'.";
    }
    var nanostars = difference.getAsLong();
    if (nanostars == 0 && result.awaited() > 0) {
      return "The ledger and Telegram's balance agree, but for %s of payments that the statement does not show yet."
          .formatted(Wording.nanostars(result.awaited()));
    }
    return nanostars == 0
        ? "The ledger and Telegram's balance agree."
        : "They differ: Telegram holds %s %s than the ledger says. If it stays so, there is a case: './startill cases'."
            .formatted(Wording.nanostars(Math.abs(nanostars)), nanostars > 0 ? "more" : "less");
  }

  private static void tell(List<String> lines, int count, String what) {
    if (count > 0) {
      lines.add("%s: %s.".formatted(what, Wording.count(count)));
    }
  }

  private static Map<String, Object> forMachine(Reconciliation result, Office office) {
    var map = new LinkedHashMap<String, Object>();
    map.put("lines", result.lines());
    map.put("read", office.books().cursor().lines());
    map.put("recovered", result.recovered());
    map.put("refunds", result.refunds());
    map.put("missing", result.missing());
    map.put("repeated", result.repeated());
    map.put("awaited_nanostars", result.awaited());
    map.put("compared", result.difference().isPresent());
    result.difference().ifPresent(nanostars -> map.put("difference_nanostars", nanostars));
    map.put("agrees", result.agrees());
    return map;
  }
}
