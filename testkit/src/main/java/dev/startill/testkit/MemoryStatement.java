package dev.startill.testkit;

import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Way;
import dev.startill.port.StatementLine.Withdrawal;
import dev.startill.testkit.Tables.KeptLine;
import java.util.List;
import java.util.Optional;

/** Telegram's statement in memory, as far as it was read. Guarded by the store's lock. */
final class MemoryStatement {
  private static final String ONLY = "statement";

  private final Tables tables;

  MemoryStatement(Tables tables) {
    this.tables = tables;
  }

  Cursor cursor() {
    return tables.cursor.get(ONLY).orElse(Cursor.START);
  }

  /** Whoever stood in one of these places stands nowhere now, unless a line says so. */
  void keep(long from, List<StatementLine> lines, Cursor next) {
    tables
        .statement
        .rows()
        .filter(l -> l.place().filter(p -> p >= from && p < from + lines.size()).isPresent())
        .toList()
        .forEach(l -> put(new KeptLine(l.line(), Optional.empty())));
    var place = from;
    for (var line : lines) {
      var known = tables.statement.get(key(line)).map(KeptLine::line);
      put(
          new KeptLine(
              known.map(l -> withdrawn(l, line.withdrawal())).orElse(line), Optional.of(place)));
      place++;
    }
    tables.cursor.put(ONLY, next);
  }

  Optional<StatementLine> at(long place) {
    return tables
        .statement
        .rows()
        .filter(l -> l.place().filter(p -> p == place).isPresent())
        .map(KeptLine::line)
        .findFirst();
  }

  List<Long> pendingWithdrawals(int limit) {
    return tables
        .statement
        .rows()
        .filter(l -> l.line().withdrawal() == Withdrawal.PENDING)
        .flatMap(l -> l.place().stream())
        .filter(place -> place < cursor().lines())
        .sorted()
        .limit(limit)
        .toList();
  }

  /** The line of that id and way, if it is kept. */
  Optional<StatementLine> line(String id, Way way) {
    return tables.statement.get(key(id, way)).map(KeptLine::line);
  }

  /** Whether a kept line tells of this charge. */
  boolean tellsOf(String charge) {
    return tables.statement.has(key(charge, Way.CAME));
  }

  private void put(KeptLine line) {
    tables.statement.put(key(line.line()), line);
  }

  private static StatementLine withdrawn(StatementLine line, Withdrawal state) {
    return new StatementLine(
        line.id(),
        line.way(),
        line.at(),
        line.nanostars(),
        line.purpose(),
        line.party(),
        line.payload(),
        line.commission(),
        state,
        line.note());
  }

  private static String key(StatementLine line) {
    return key(line.id(), line.way());
  }

  private static String key(String id, Way way) {
    return id + " " + way;
  }
}
