package dev.startill.intake;

import dev.startill.payment.Charge;
import dev.startill.payment.Goods;
import dev.startill.payment.Home;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Chronicle;
import dev.startill.port.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a decision the merchant's program may want to hear. Pure. */
final class Notices {
  private Notices() {}

  /** In the order in which it happened. */
  static List<Notice> of(Decided decided) {
    var notices = new ArrayList<Notice>();
    for (var home : decided.transition().after()) {
      switch (home) {
        case Order.Paid paid -> ofPaid(decided.before(), paid, notices);
        case StrayCharge stray -> ofStray(decided.before(), stray, notices);
        case Order order -> {}
        case Home other -> {}
      }
    }
    notices.addAll(cases(decided));
    return notices;
  }

  private static void ofPaid(Home before, Order.Paid paid, List<Notice> notices) {
    var goods = before instanceof Order.Paid was ? was.goods() : Goods.OWED;
    if (!(before instanceof Order.Paid)) {
      notices.add(new Notice.Paid(paid));
    }
    if (goods != Goods.HANDED_OVER && paid.goods() == Goods.HANDED_OVER) {
      notices.add(new Notice.Fulfilled(paid));
    }
    ofCharge(before, paid.charge(), Optional.of(paid), notices);
  }

  private static void ofStray(Home before, StrayCharge stray, List<Notice> notices) {
    if (!(before instanceof StrayCharge) && !isReturned(stray.charge())) {
      notices.add(new Notice.Held(stray));
    }
    ofCharge(before, stray.charge(), Optional.empty(), notices);
  }

  private static void ofCharge(
      Home before, Charge charge, Optional<Order.Paid> order, List<Notice> notices) {
    var was = Home.chargeOf(before).filter(known -> known.id().equals(charge.id()));
    if (isReturned(charge) && was.filter(Notices::isReturned).isEmpty()) {
      notices.add(new Notice.Refunded(charge, order.map(Order::id)));
    }
  }

  private static boolean isReturned(Charge charge) {
    return charge.standing() instanceof Standing.Returned;
  }

  /** About what the commit opened them. */
  private static List<Notice> cases(Decided decided) {
    var transition = decided.transition();
    if (transition.opened().isEmpty()) {
      return List.of();
    }
    var subject =
        Chronicle.of(decided.event(), transition, Optional.of(decided.before())).subject();
    return transition.opened().stream()
        .<Notice>map(
            reason ->
                new Notice.CaseOpened(
                    reason,
                    subject.flatMap(Chronicle.Subject::order),
                    subject.flatMap(Chronicle.Subject::charge),
                    transition.detail()))
        .toList();
  }
}
