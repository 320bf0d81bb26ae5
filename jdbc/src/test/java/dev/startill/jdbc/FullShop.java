package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.aCharge;
import static dev.startill.testkit.Fixtures.aLine;
import static dev.startill.testkit.Fixtures.aLinkTo;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.anOrderId;
import static dev.startill.testkit.Fixtures.theSaleOf;
import static dev.startill.testkit.Fixtures.to;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.ProductId;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Message;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.Cursor;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.Store;
import dev.startill.port.Store.Lane;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A shop that has at least a row in every table, with whatever texts people may think of. */
final class FullShop {
  static final List<BotId> BOTS = List.of(new BotId(42), new BotId(7_000_000_001L));

  private static final String ODD = "Ünïcode 😀 'quoted' \"twice\" \\ back, 100 %_\nand a line ";
  private static final ManualClock CLOCK = new ManualClock(Fixtures.NOON);

  private FullShop() {}

  /** Opens for trade at that URL, sells, and closes. */
  static void open(String url, int postings) {
    open(Login.in(url), postings);
  }

  /** The same as whom, or under which names, a login says. */
  static void open(Login login, int postings) {
    for (var bot : BOTS) {
      try (var store =
          JdbcStore.open(
              login, bot, Settings.defaults(), CLOCK, RandomGenerator.of("L64X128MixRandom"))) {
        trade(store);
        in(store, work -> work.book(postings(postings), CLOCK.instant()));
      }
    }
  }

  private static void trade(Store store) {
    var voucher =
        anOrder()
            .of("Voucher")
            .saying(ODD)
            .delivering(new Delivery.Code())
            .lasting(Duration.ofDays(30))
            .paid();
    var link = aLinkTo(anOrder().of("Poster").saying(ODD));
    var longest = new ChargeId("ü" + "c".repeat(ChargeId.MAX_LENGTH - 1));
    in(
        store,
        work -> {
          work.stock(voucher.terms().product(), List.of("A-1", "a-1", "Ä-1 ", "😀 " + ODD.strip()));
          work.stock(new ProductId("other"), List.of("A-1"));
          var line = aLine().withId(longest.value()).carrying(ODD).lessCommission(3).came(50);
          work.keep(0, List.of(line, aLine().went(7)), Cursor.START.after(2));
          work.raise(CaseReason.STATEMENT_SHRANK, ODD, CLOCK.instant());
          work.leases()
              .take(Lease.Duty.POLLER, new NodeId("node-1"), Duration.ofSeconds(30))
              .ifPresent(work.leases()::letGo);
          write(work, to(voucher).shelving(Shelving.SELL).posting(theSaleOf(voucher)).done());
          write(work, to(link).done());
        });
    in(store, work -> write(work, to(anOrder().of("Poster").on(link).approved()).done()));
    in(store, work -> write(work, to(anOrder().of("Tea").open(), anOrder().expired()).done()));
    var stray = aCharge().withId(longest).strayFrom(anOrderId(), StrayCharge.Why.OWNERLESS);
    in(
        store,
        work ->
            write(
                work,
                to(stray)
                    .sending(new Message.TellHeld(stray.charge().id(), stray.charge().buyer()))
                    .opening(CaseReason.OWNERLESS_CHARGE)
                    .saying(ODD)
                    .done()));
    for (var buyer = 1L; buyer <= 30; buyer++) {
      Sales.commit(store, Sales.paid(buyer));
    }
    in(
        store,
        work -> {
          var due = work.claim(4, Duration.ofMinutes(1));
          work.bury(due.get(0), ODD, true);
          work.park(due.get(1), ODD);
          work.settle(due.get(2));
        });
  }

  private static void write(Store.Work work, Transition transition) {
    work.commit(eventOf(transition.after()), transition, Optional.empty());
  }

  private static PaymentEvent eventOf(List<Home> homes) {
    return homes.stream()
        .filter(Order.class::isInstance)
        .<PaymentEvent>map(
            home -> new PaymentEvent.InvoiceSent(((Order) home).id(), CLOCK.instant()))
        .findFirst()
        .orElseGet(
            () ->
                new PaymentEvent.InvoiceRequested(
                    Fixtures.ANNA, anOrder().terms(), CLOCK.instant()));
  }

  private static List<Posting> postings(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(i -> new Posting(Account.BUYER, Account.FOREIGN, i, "charge:f" + i))
        .toList();
  }

  private static void in(Store store, Consumer<Store.Work> unit) {
    store.inTransaction(
        Lane.ROUTINE,
        work -> {
          unit.accept(work);
          return true;
        });
  }
}
