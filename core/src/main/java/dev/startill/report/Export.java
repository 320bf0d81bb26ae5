package dev.startill.report;

import dev.startill.ledger.Source;
import dev.startill.party.BuyerId;
import dev.startill.payment.Charge;
import dev.startill.port.Archive;
import dev.startill.port.Archive.Movement;
import dev.startill.port.Archive.Sale;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Rows for an accountant: every Star that came or went, one by one, in constant memory. */
public final class Export {
  private Export() {}

  /**
   * Gives each row of a bot's books, as they are at this moment, that happened in a period.
   *
   * @param from the first instant
   * @param to the first instant after
   * @param row is given each, in the order of booking
   * @param progress is told the number of each posting that was looked at, of all that there are
   * @return how many rows there were
   */
  public static long of(
      Archive archive, Instant from, Instant to, Consumer<ExportRow> row, LongConsumer progress) {
    return archive.read(
        books -> {
          var rows = new long[1];
          books.movements(
              movement -> {
                rowOf(movement, from, to)
                    .ifPresent(
                        one -> {
                          row.accept(one);
                          rows[0]++;
                        });
                progress.accept(movement.number());
              });
          return rows[0];
        });
  }

  private static Optional<ExportRow> rowOf(Movement movement, Instant from, Instant to) {
    return Source.read(movement.posting().source())
        .map(source -> new Moved(movement, source))
        .filter(Moved::crosses)
        .filter(moved -> moved.isBetween(from, to))
        .map(Export::row);
  }

  private static ExportRow row(Moved moved) {
    var movement = moved.movement();
    var sale = movement.sale();
    return new ExportRow(
        movement.number(),
        moved.at(),
        kind(moved),
        sale.map(Sale::order),
        sale.map(s -> s.product().value()).orElse(""),
        sale.map(Sale::title).orElse(""),
        buyer(movement),
        moved.source().id(),
        moved.came(),
        moved.inside(),
        note(moved));
  }

  private static String kind(Moved moved) {
    var kind =
        switch (moved.source().kind()) {
          case LINE_CAME, LINE_WENT ->
              moved.movement().line().map(line -> line.purpose().name()).orElse("OTHER");
          case COMMISSION_CAME, COMMISSION_WENT -> "COMMISSION";
          case CHARGE,
              CLAIMED,
              REFUND,
              CHARGEBACK,
              MISSING,
              FOUND,
              ACCEPTED,
              REFUNDING,
              REFUND_REFUSED,
              UNEXPLAINED ->
              moved.source().kind().name();
        };
    return kind.toLowerCase(Locale.ROOT);
  }

  private static Optional<BuyerId> buyer(Movement movement) {
    return movement
        .charge()
        .map(Charge::buyer)
        .or(() -> movement.line().flatMap(StatementLine::party));
  }

  private static String note(Moved moved) {
    var words = new ArrayList<String>();
    var movement = moved.movement();
    if (movement.charge().isPresent() && movement.sale().isEmpty()) {
      words.add("pays for no order");
    }
    movement.line().map(StatementLine::withdrawal).ifPresent(state -> add(words, state));
    movement.line().map(StatementLine::note).filter(note -> !note.isEmpty()).ifPresent(words::add);
    return String.join("; ", words);
  }

  private static void add(List<String> words, Withdrawal state) {
    if (state != Withdrawal.NONE) {
      words.add(state.name().toLowerCase(Locale.ROOT));
    }
  }
}
