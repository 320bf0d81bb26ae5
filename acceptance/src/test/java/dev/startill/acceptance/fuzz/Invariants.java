package dev.startill.acceptance.fuzz;

import dev.startill.intake.Update;
import dev.startill.ledger.Account;
import dev.startill.money.Stars;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What must hold of a shop after everything that happens to it. Reads only its books. */
final class Invariants {
  private static final int ALL = 10_000;

  private final FuzzedShop shop;

  Invariants(FuzzedShop shop) {
    this.shop = shop;
  }

  /** All that people may see of it; equal texts mean that nothing has changed. */
  String picture() {
    var books = shop.books;
    return String.join(
        "\n",
        books.orders(ALL, Optional.empty()).toString(),
        books.strays(ALL).toString(),
        books.cases(ALL).toString(),
        books.balances().toString(),
        books.stock().toString(),
        Long.toString(books.waitingMessages()));
  }

  void check() {
    var orders = shop.books.orders(ALL, Optional.empty()).stream().map(Books.OrderLine::order);
    var all = orders.toList();
    var charges = charges(all);
    everyChargeHasOneHome(charges);
    theBooksAreWhatTheChargesSay(charges);
    noCodeIsSoldTwice(all);
  }

  /** The update was taken in: what it told of is booked, or a person is told. */
  void requireTaken(Update update) {
    switch (update) {
      case Update.Payment p -> requireBooked(p.id(), p.payload(), p.amount(), p.currency());
      case Update.Refunded r -> {
        requireBooked(r.id(), r.payload(), r.amount(), r.currency());
        requireGone(r);
      }
      case Update.Checkout checkout -> {}
      case Update.Spoke spoke -> {}
      case Update.Other other -> {}
    }
  }

  private List<Charge> charges(List<Order> orders) {
    var charges = new ArrayList<Charge>();
    orders.forEach(order -> chargeOf(order).ifPresent(charges::add));
    shop.books.strays(ALL).forEach(line -> charges.add(line.stray().charge()));
    return charges;
  }

  private static void everyChargeHasOneHome(List<Charge> charges) {
    var seen = new HashSet<ChargeId>();
    for (var charge : charges) {
      require(seen.add(charge.id()), "a charge has two homes: " + charge);
    }
  }

  private void theBooksAreWhatTheChargesSay(List<Charge> charges) {
    var balances = shop.books.balances();
    require(balances.values().stream().mapToLong(b -> b).sum() == 0, "unbalanced: " + balances);
    var here = charges.stream().filter(Invariants::isHere).mapToLong(c -> c.amount().toNanos());
    var held = here.sum();
    var ours =
        balances.getOrDefault(Account.SALES, 0L)
            + balances.getOrDefault(Account.SUSPENSE, 0L)
            + balances.getOrDefault(Account.REFUNDING, 0L);
    require(ours == held, "charges hold %d, the books say %s".formatted(held, balances));
  }

  private void noCodeIsSoldTwice(List<Order> orders) {
    var stock = shop.books.stock().getFirst();
    var codes = stock.free() + stock.held() + stock.sold() + stock.revoked();
    require(codes == FuzzedShop.CODES, "codes: " + stock);
    var keys = orders.stream().filter(o -> o.terms().product().equals(FuzzedShop.KEY)).toList();
    var paid = keys.stream().filter(Order.Paid.class::isInstance).count();
    var approved = keys.stream().filter(Order.Approved.class::isInstance).count();
    require(stock.sold() + stock.revoked() <= paid, "more codes sold than orders paid: " + stock);
    require(stock.held() <= approved, "more codes held than orders approved: " + stock);
  }

  private void requireBooked(ChargeId id, String payload, long amount, String currency) {
    if (Payload.read(payload).isEmpty()) {
      return;
    }
    var readable = currency.equals("XTR") && Stars.fits(amount);
    require(
        home(id).isPresent() || (!readable && isTold(id)),
        "neither booked nor told to a person: " + id);
  }

  private void requireGone(Update.Refunded refund) {
    var isOurs = Payload.read(refund.payload()).isPresent();
    if (isOurs && refund.currency().equals("XTR") && Stars.fits(refund.amount())) {
      require(home(refund.id()).filter(c -> !isHere(c)).isPresent(), "refunded, and still here");
    }
  }

  private Optional<Charge> home(ChargeId id) {
    return shop.books.charge(id).flatMap(Invariants::chargeOf).filter(c -> c.id().equals(id));
  }

  private boolean isTold(ChargeId id) {
    return shop.books.cases(ALL).stream()
        .filter(c -> c.charge().filter(id::equals).isPresent())
        .anyMatch(c -> c.reason() == CaseReason.UNREADABLE_CHARGE);
  }

  private static Optional<Charge> chargeOf(Home home) {
    return switch (home) {
      case Order.Paid paid -> Optional.of(paid.charge());
      case Order order -> Optional.empty();
      case StrayCharge stray -> Optional.of(stray.charge());
      case Link link -> Optional.empty();
      case Home.Nothing nothing -> Optional.empty();
    };
  }

  static boolean isHere(Charge charge) {
    return switch (charge.standing()) {
      case Standing.Kept kept -> true;
      case Standing.Returning returning -> true;
      case Standing.Unknown unknown -> true;
      case Standing.Returned returned -> false;
      case Standing.TakenBack taken -> false;
      case Standing.Missing missing -> false;
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
