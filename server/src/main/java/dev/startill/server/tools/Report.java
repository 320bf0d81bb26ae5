package dev.startill.server.tools;

import dev.startill.report.MoneyReport;
import dev.startill.report.Worth;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Options.UsageException;
import dev.startill.server.config.Rates;
import dev.startill.server.money.Days;
import dev.startill.server.money.MoneyTable;
import dev.startill.server.money.MoneyTable.By;
import dev.startill.server.money.MoneyTable.Row;
import dev.startill.server.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code report}: what was sold, refunded and is left, by day or by product. */
final class Report {
  static final Tool TOOL =
      new Tool("report", Set.of("--from", "--to", "--by"), Set.of(), 0, Report::run);

  private static final String LINE = "%-24s %9s %14s %14s %14s %14s";

  private Report() {}

  private static int run(Call call) {
    var by = by(call);
    try (var office = Office.open(call.config())) {
      var now = office.clock().instant();
      var days = days(call, office);
      MoneyReport report;
      try (var progress = call.progress("Adding up", "postings")) {
        progress.outOf(office.archive().read(books -> books.size().postings()));
        report =
            MoneyReport.of(office.bot().id(), office.archive(), days.period(now), progress::at);
      }
      var table = MoneyTable.of(report, by);
      var rates = office.config().rates();
      call.answer(words(report, table, rates), forMachine(report, table, rates, days));
      return Tool.DONE;
    }
  }

  private static Days days(Call call, Office office) {
    var from = call.options().day("--from");
    var to = call.options().day("--to");
    return Options.fitting(() -> Days.of(from, to, office.clock().instant()));
  }

  private static By by(Call call) {
    var text = call.options().text("--by", "day");
    return switch (text) {
      case "day" -> By.DAY;
      case "product" -> By.PRODUCT;
      default -> throw new UsageException("--by is day or product, unlike '%s'.".formatted(text));
    };
  }

  private static String words(MoneyReport report, MoneyTable table, Rates rates) {
    var lines = new ArrayList<String>();
    lines.add(LINE.formatted("", "payments", "sold", "refunded", "charged back", "net"));
    table.rows().forEach(row -> lines.add(line(row)));
    lines.add(line(table.total()));
    if (table.total().missing() != 0) {
      lines.add(
          "Of it %s were not on Telegram's statement, and are left out of the net."
              .formatted(Wording.nanostars(table.total().missing())));
    }
    lines.add("");
    report
        .others()
        .forEach(
            (account, nanostars) ->
                lines.add(
                    "%-24s %s".formatted(Wording.account(account), Wording.nanostars(nanostars))));
    lines.add("%-24s %s".formatted("With Telegram now", Wording.nanostars(report.total())));
    lines.add("%-24s %s".formatted("Held for up to 21 days", Wording.nanostars(report.held())));
    lines.add("%-24s %s".formatted("Going back", Wording.nanostars(report.goingBack())));
    lines.add("%-24s %s".formatted("Withdrawable now", Wording.nanostars(report.withdrawable())));
    lines.add("");
    lines.add(worth(report, rates));
    return String.join("\n", lines);
  }

  private static String worth(MoneyReport report, Rates rates) {
    return "Withdrawable now is worth USD %s withdrawn, or USD %s as Telegram Ads (at %s and %s a Star, as of %s)."
        .formatted(
            Wording.dollars(Worth.of(report.withdrawable(), rates.withdrawn())),
            Wording.dollars(Worth.of(report.withdrawable(), rates.onAds())),
            rates.withdrawn(),
            rates.onAds(),
            rates.asOf());
  }

  private static String line(Row row) {
    var label = row.label();
    return LINE.formatted(
        label.codePointCount(0, label.length()) <= 24
            ? label
            : label.substring(0, label.offsetByCodePoints(0, 23)) + "…",
        Wording.count(row.count()),
        Wording.nanostars(row.sold()),
        Wording.nanostars(row.refunded()),
        Wording.nanostars(row.chargedBack()),
        Wording.nanostars(row.net()));
  }

  private static Map<String, Object> forMachine(
      MoneyReport report, MoneyTable table, Rates rates, Days days) {
    var map = new LinkedHashMap<String, Object>();
    map.put("bot", report.bot().value());
    map.put("from", days.first().toString());
    map.put("to", days.last().toString());
    map.put("rows", table.rows().stream().map(Report::forMachine).toList());
    map.put("sum", forMachine(table.total()));
    var others = new LinkedHashMap<String, Long>();
    report.others().forEach((account, nanostars) -> others.put(account.name(), nanostars));
    map.put("others_nanostars", others);
    map.put("total_nanostars", report.total());
    map.put("held_nanostars", report.held());
    map.put("going_back_nanostars", report.goingBack());
    map.put("withdrawable_nanostars", report.withdrawable());
    var freeing = new LinkedHashMap<String, Long>();
    report.freeing().forEach((day, nanostars) -> freeing.put(day.toString(), nanostars));
    map.put("freeing_nanostars", freeing);
    map.put("usd_per_star", rates.withdrawn());
    map.put("usd_per_star_ads", rates.onAds());
    map.put("rates_as_of", rates.asOf().toString());
    return map;
  }

  private static Map<String, Object> forMachine(Row row) {
    var map = new LinkedHashMap<String, Object>();
    map.put("key", row.key());
    map.put("label", row.label());
    map.put("payments", row.count());
    map.put("sold_nanostars", row.sold());
    map.put("refunded_nanostars", row.refunded());
    map.put("charged_back_nanostars", row.chargedBack());
    map.put("missing_nanostars", row.missing());
    map.put("net_nanostars", row.net());
    return map;
  }
}
