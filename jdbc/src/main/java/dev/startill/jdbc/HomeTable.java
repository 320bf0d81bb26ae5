package dev.startill.jdbc;

import dev.startill.catalog.Owner;
import dev.startill.catalog.Terms;
import dev.startill.party.BotId;
import dev.startill.payment.Charge;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Order;
import dev.startill.payment.RefundId;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes orders, links and charges. A birth is a plain INSERT, so that what exists already fails
 * the unit. For one thread.
 */
final class HomeTable {
  private final Session session;
  private final BotId bot;
  private final TermsTable terms;

  HomeTable(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
    this.terms = new TermsTable(session, bot);
  }

  /** A new order, with its charge if it is born paid. */
  void add(Order order, Instant at) {
    var fields = Fields.of(order);
    session.changeSoon(
        Sql.ADD_ORDER,
        touched(order),
        bot.value(),
        order.id().value(),
        fields.state(),
        terms.keep(order.terms()),
        order.terms().product().value(),
        owner(order.terms()),
        Rows.micros(order.terms().validUntil()),
        order.link().map(LinkId::value).orElse(null),
        fields.buyer(),
        fields.checkout(),
        fields.heldUntil(),
        fields.charge(),
        fields.goods(),
        fields.endsAt(),
        Rows.micros(at),
        Rows.micros(at));
    if (order instanceof Order.Paid paid) {
      addCharge(paid.charge(), paid.id().value(), null, at);
    }
  }

  /** An order as it is now, after what it was when this unit locked it. */
  void change(Order before, Order order, Instant at) {
    var fields = Fields.of(order);
    session.changeSoon(
        Sql.CHANGE_ORDER,
        touched(order),
        fields.state(),
        fields.buyer(),
        fields.checkout(),
        fields.heldUntil(),
        fields.charge(),
        fields.goods(),
        fields.endsAt(),
        Rows.micros(order.terms().validUntil()),
        Rows.micros(at),
        bot.value(),
        order.id().value(),
        Fields.of(before).state());
    if (order instanceof Order.Paid paid) {
      if (before instanceof Order.Paid was && was.charge().id().equals(paid.charge().id())) {
        changeCharge(was.charge(), paid.charge(), at);
      } else {
        addCharge(paid.charge(), paid.id().value(), null, at);
      }
    }
  }

  void add(Link link, Instant at) {
    session.change(
        Sql.ADD_LINK,
        bot.value(),
        link.id().value(),
        terms.keep(link.terms()),
        owner(link.terms()),
        Rows.micros(link.terms().validUntil()),
        link.closed() ? 1 : 0,
        Rows.micros(at),
        Rows.micros(at));
  }

  void change(Link link, Instant at) {
    session.change(
        Sql.CHANGE_LINK, link.closed() ? 1 : 0, Rows.micros(at), bot.value(), link.id().value());
  }

  void add(StrayCharge stray, Instant at) {
    session.recent().forgetOwned();
    addCharge(stray.charge(), null, stray, at);
  }

  void change(StrayCharge before, StrayCharge stray, Instant at) {
    changeCharge(before.charge(), stray.charge(), at);
    if (before.why() != stray.why()) {
      session.recent().forgetOwned();
      session.change(Sql.CHANGE_WHY, stray.why().name(), bot.value(), stray.charge().id().value());
    }
  }

  private void addCharge(
      Charge charge, @Nullable String order, @Nullable StrayCharge stray, Instant at) {
    session.changeSoon(
        Sql.ADD_CHARGE,
        stray == null ? List.of(charge.id()) : List.of(charge.id(), Gathered.STRAYS),
        bot.value(),
        charge.id().value(),
        order,
        charge.buyer().value(),
        charge.amount().toNanos(),
        Rows.micros(charge.at()),
        Rows.micros(at),
        standing(charge.standing()),
        Rows.micros(at),
        refund(charge.standing()),
        stray == null ? null : stray.why().name(),
        stray == null ? null : stray.payload().text(),
        bot.value(),
        charge.id().value());
  }

  private void changeCharge(Charge before, Charge after, Instant at) {
    if (!before.standing().equals(after.standing())) {
      changeOne(
          Sql.CHANGE_CHARGE,
          standing(after.standing()),
          Rows.micros(at),
          refund(after.standing()),
          bot.value(),
          after.id().value(),
          standing(before.standing()));
    }
  }

  /** What was decided about another state than is kept must not be written. */
  private void changeOne(Sql sql, @Nullable Object... arguments) {
    if (session.change(sql, arguments) != 1) {
      throw Session.changedMeanwhile();
    }
  }

  /** An order is found by its id, and by whom it is for. */
  private static List<?> touched(Order order) {
    return order.terms().owner() instanceof Owner.Only only
        ? List.of(order.id(), only.buyer())
        : List.of(order.id());
  }

  private static @Nullable Long owner(Terms terms) {
    return terms.owner() instanceof Owner.Only only ? only.buyer().value() : null;
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> "KEPT";
      case Standing.Returning returning -> "RETURNING";
      case Standing.Unknown unknown -> "UNKNOWN";
      case Standing.Returned returned -> "RETURNED";
      case Standing.TakenBack taken -> "TAKEN_BACK";
      case Standing.Missing missing -> "MISSING";
    };
  }

  private static @Nullable String refund(Standing standing) {
    return standing.underWay().map(RefundId::value).orElse(null);
  }

  /** The columns that differ from state to state. */
  private record Fields(
      String state,
      @Nullable Long buyer,
      @Nullable String checkout,
      @Nullable Long heldUntil,
      @Nullable String charge,
      @Nullable String goods,
      @Nullable Long endsAt) {
    static Fields of(Order order) {
      return switch (order) {
        case Order.Open open ->
            new Fields(
                "OPEN", null, null, null, null, null, Rows.micros(open.terms().validUntil()));
        case Order.Approved approved -> {
          var until = Rows.micros(approved.until());
          yield new Fields(
              "APPROVED",
              approved.buyer().value(),
              approved.checkout().value(),
              until,
              null,
              null,
              until);
        }
        case Order.Expired expired -> new Fields("EXPIRED", null, null, null, null, null, null);
        case Order.Paid paid ->
            new Fields(
                "PAID", null, null, null, paid.charge().id().value(), paid.goods().name(), null);
      };
    }
  }
}
