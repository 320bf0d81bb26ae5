package dev.startill.report;

import dev.startill.ledger.Account;
import dev.startill.ledger.Source;
import dev.startill.party.BotId;
import dev.startill.payment.Charge;
import dev.startill.payment.Standing;
import dev.startill.port.Archive.Movement;
import dev.startill.port.Archive.Sale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds movements up to a report. For one thread. */
final class MoneyTally {
  private final Period period;
  private final Map<Key, MoneyLine> lines = new HashMap<>();
  private final Map<Account, Long> others = new EnumMap<>(Account.class);
  private final TreeMap<LocalDate, Long> freeing = new TreeMap<>();
  private long total;
  private long held;
  private long goingBack;

  MoneyTally(Period period) {
    this.period = period;
  }

  void add(Movement movement) {
    Source.read(movement.posting().source())
        .map(source -> new Moved(movement, source))
        .ifPresent(this::add);
  }

  MoneyReport report(BotId bot) {
    var sorted = new ArrayList<Key>(lines.keySet());
    sorted.sort(Comparator.comparing(Key::day).thenComparing(Key::heading));
    freeing.values().removeIf(nanostars -> nanostars == 0);
    return new MoneyReport(
        bot, sorted.stream().map(lines::get).toList(), others, total, held, goingBack, freeing);
  }

  private void add(Moved moved) {
    var posting = moved.movement().posting();
    goingBack += change(posting.to() == Account.REFUNDING, posting.nanostars());
    goingBack -= change(posting.from() == Account.REFUNDING, posting.nanostars());
    if (!moved.crosses()) {
      return;
    }
    total += moved.came();
    hold(moved);
    if (moved.isBetween(period.from(), period.to())) {
      count(moved);
    }
  }

  /** What was paid lately, and what of it is gone again. What is going back is no more held. */
  private void hold(Moved moved) {
    var received = moved.movement().received();
    if (received.isEmpty() || moved.movement().charge().filter(MoneyTally::isGoing).isPresent()) {
      return;
    }
    var free = received.get().plus(MoneyReport.HELD_FOR);
    if (free.isAfter(period.now())) {
      held += moved.came();
      freeing.merge(period.dayOf(free), moved.came(), Math::addExact);
    }
  }

  private static boolean isGoing(Charge charge) {
    return charge.standing() instanceof Standing.Returning
        || charge.standing() instanceof Standing.Unknown;
  }

  private void count(Moved moved) {
    var nanostars = moved.movement().posting().nanostars();
    switch (moved.source().kind()) {
      case CHARGE -> line(moved, new Amounts(1, nanostars, 0, 0, 0));
      case REFUND -> line(moved, new Amounts(0, 0, nanostars, 0, 0));
      case CHARGEBACK -> line(moved, new Amounts(0, 0, 0, nanostars, 0));
      case MISSING -> line(moved, new Amounts(0, 0, 0, 0, nanostars));
      case FOUND -> line(moved, new Amounts(0, 0, 0, 0, -nanostars));
      case LINE_CAME, LINE_WENT, COMMISSION_CAME, COMMISSION_WENT, UNEXPLAINED ->
          others.merge(moved.inside(), moved.came(), Math::addExact);
      case CLAIMED, ACCEPTED, REFUNDING, REFUND_REFUSED -> {}
    }
  }

  private void line(Moved moved, Amounts amounts) {
    var day = period.dayOf(moved.at());
    var line = amounts.line(day, headingOf(moved));
    lines.merge(new Key(day, textOf(line.heading())), line, (sum, more) -> more.plus(sum));
  }

  private static Heading headingOf(Moved moved) {
    var movement = moved.movement();
    if (movement.charge().isEmpty()) {
      return new Heading.Foreign();
    }
    return movement.sale().<Heading>map(MoneyTally::headingOf).orElse(new Heading.Stray());
  }

  private static Heading headingOf(Sale sale) {
    return new Heading.OfProduct(sale.product(), sale.title());
  }

  /** By which a heading is found and sorted: a product's title may change, its id does not. */
  private static String textOf(Heading heading) {
    return switch (heading) {
      case Heading.OfProduct of -> "1 " + of.product().value();
      case Heading.Stray stray -> "2";
      case Heading.Foreign foreign -> "3";
    };
  }

  private static long change(boolean moves, long nanostars) {
    return moves ? nanostars : 0;
  }

  private record Key(LocalDate day, String heading) {}

  /** What one movement adds to a line. */
  private record Amounts(long count, long sold, long refunded, long chargedBack, long missing) {
    MoneyLine line(LocalDate day, Heading heading) {
      return new MoneyLine(day, heading, count, sold, refunded, chargedBack, missing);
    }
  }
}
