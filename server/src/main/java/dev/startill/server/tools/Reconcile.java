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
      return result.agrees() ? Tool.DONE : Tool.REFUSED;
    }
  }

  /** A difference that is seen once may be on its way to vanish; seen twice it becomes a case. */
  private static Reconciliation read(Call call, Office office) {
    try (var progress = call.progress("Reading Telegram's statement", "lines")) {
      var first = office.startill().reconcile(progress::at);
      return first.agrees() ? first : first.and(office.startill().reconcile(progress::at));
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
    lines.add(
        result.agrees()
            ? "The ledger and Telegram's balance agree."
            : "They differ: Telegram holds %s %s than the ledger says. A case is open: './startill cases'."
                .formatted(
                    Wording.nanostars(Math.abs(result.difference())),
                    result.difference() > 0 ? "more" : "less"));
    return String.join("\n", lines);
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
    map.put("difference_nanostars", result.difference());
    map.put("agrees", result.agrees());
    return map;
  }
}
