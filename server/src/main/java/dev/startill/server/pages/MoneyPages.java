package dev.startill.server.pages;

import dev.startill.ledger.Account;
import dev.startill.party.BotId;
import dev.startill.port.Archive;
import dev.startill.report.MoneyReport;
import dev.startill.report.Worth;
import dev.startill.server.config.Rates;
import dev.startill.server.money.CsvFile;
import dev.startill.server.money.Days;
import dev.startill.server.money.MoneyTable;
import dev.startill.server.money.MoneyTable.By;
import dev.startill.server.pages.MoneyView.Row;
import dev.startill.server.pages.OrdersView.Total;
import dev.startill.server.words.Wording;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the page of what was earned, and the file for an accountant. Threads share it. */
public final class MoneyPages {
  /** Further ones nobody plans by. */
  private static final int FREEING = 7;

  private final Archive archive;
  private final BotId bot;
  private final Rates rates;

  /** Of this bot's books, at these rates. */
  public MoneyPages(Archive archive, BotId bot, Rates rates) {
    this.archive = archive;
    this.bot = bot;
    this.rates = rates;
  }

  MoneyView view(Frame frame, Notice books, Asked asked) {
    var days = asked.days();
    var report = MoneyReport.of(bot, archive, days.period(asked.now()), looked -> {});
    var table = MoneyTable.of(report, asked.by());
    return new MoneyView(
        frame,
        books,
        totals(report, table),
        "At USD %s for a Star that is withdrawn, and USD %s for one that is spent on Telegram Ads, as of %s (rates in startill.yaml)."
            .formatted(rates.withdrawn(), rates.onAds(), rates.asOf()),
        days.first().toString(),
        days.last().toString(),
        asked.by() == By.DAY,
        "/money.csv?from=%s&to=%s".formatted(days.first(), days.last()),
        rows(table),
        others(report),
        freeing(report));
  }

  /**
   * What was asked for.
   *
   * @param days which days
   * @param by what rows are
   * @param now the moment of asking
   */
  record Asked(Days days, By by, Instant now) {}

  /** Writes every movement of those days. */
  void export(Days days, Instant now, Writer writer) throws IOException {
    CsvFile.write(archive, days.period(now), writer, looked -> {});
  }

  private List<Total> totals(MoneyReport report, MoneyTable table) {
    var missing = table.total().missing();
    return List.of(
        new Total(
            "Net of these days",
            Wording.nanostars(table.total().net()),
            missing == 0
                ? "sold, less what went back"
                : "without %s that Telegram does not have".formatted(Wording.nanostars(missing)),
            ""),
        new Total("With Telegram now", Wording.nanostars(report.total()), "by the books", ""),
        new Total(
            "Held",
            Wording.nanostars(report.held()),
            report.goingBack() == 0
                ? "for up to 21 days after the payment"
                : "for up to 21 days; %s more is going back"
                    .formatted(Wording.nanostars(report.goingBack())),
            ""),
        new Total(
            "Withdrawable now",
            Wording.nanostars(report.withdrawable()),
            "USD %s withdrawn, USD %s as ads"
                .formatted(
                    Wording.dollars(Worth.of(report.withdrawable(), rates.withdrawn())),
                    Wording.dollars(Worth.of(report.withdrawable(), rates.onAds()))),
            ""));
  }

  private static List<Row> rows(MoneyTable table) {
    var rows = new ArrayList<Row>();
    table.rows().forEach(row -> rows.add(row(row, "")));
    if (!rows.isEmpty()) {
      rows.add(row(table.total(), "total"));
    }
    return rows;
  }

  private static Row row(MoneyTable.Row row, String kind) {
    return new Row(
        row.label(),
        Wording.count(row.count()),
        Wording.nanostars(row.sold()),
        Wording.nanostars(row.refunded()),
        Wording.nanostars(row.chargedBack()),
        Wording.nanostars(row.net()),
        kind);
  }

  private static List<Fact> others(MoneyReport report) {
    return report.others().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(MoneyPages::other)
        .toList();
  }

  private static Fact other(Map.Entry<Account, Long> other) {
    return Fact.of(Wording.account(other.getKey()), Wording.nanostars(other.getValue()));
  }

  private static List<Fact> freeing(MoneyReport report) {
    return report.freeing().entrySet().stream()
        .limit(FREEING)
        .map(day -> Fact.of(day.getKey().toString(), Wording.nanostars(day.getValue())))
        .toList();
  }
}
