package dev.startill.server.pages;

import dev.startill.payment.Charge;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Books;
import dev.startill.server.words.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page of a charge that may go back. Threads share it. */
final class RefundPages {
  private final Books books;

  RefundPages(Books books) {
    this.books = books;
  }

  /** Where a charge's page is. */
  static String address(ChargeId charge) {
    return "/refund?charge=" + URLEncoder.encode(charge.value(), StandardCharsets.UTF_8);
  }

  /** Whether sending it back can be asked for. */
  static boolean isReturnable(Charge charge) {
    return charge.standing() instanceof Standing.Kept;
  }

  Optional<RefundView> view(ChargeId id, Frame frame) {
    return books.charge(id).flatMap(home -> view(home, frame));
  }

  private Optional<RefundView> view(Home home, Frame frame) {
    return switch (home) {
      case Order.Paid paid -> Optional.of(ofOrder(paid, frame));
      case StrayCharge stray -> Optional.of(ofStray(stray, frame));
      case Order order -> Optional.empty();
      case Link link -> Optional.empty();
      case Home.Nothing nothing -> Optional.empty();
    };
  }

  private RefundView ofOrder(Order.Paid order, Frame frame) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.linked("Order", order.id().value(), "/orders/" + order.id()));
    facts.add(Fact.of("Product", order.terms().title()));
    facts.add(Fact.of("Goods", Wording.goods(order.goods())));
    return view(
        order.charge(), frame, "/orders/" + order.id(), facts, effect(order.goods()), List.of());
  }

  private RefundView ofStray(StrayCharge stray, Frame frame) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("These are Stars", Wording.why(stray.why())));
    facts.add(Fact.code("Payload", stray.payload().text()));
    var history = books.historyOf(stray.charge().id()).stream().map(OrderStoryView::event).toList();
    return view(
        stray.charge(),
        frame,
        "/",
        facts,
        "The whole payment goes back to its buyer. It bought nothing, so nothing is taken back.",
        history);
  }

  private static RefundView view(
      Charge charge,
      Frame frame,
      String back,
      List<Fact> facts,
      String effect,
      List<OrderView.Event> history) {
    facts.add(Fact.of("Buyer", charge.buyer().toString()));
    facts.add(Fact.of("Paid", Stamp.of(charge.at()).inWords()));
    facts.add(Fact.of("Stars", Wording.standing(charge.standing())));
    facts.add(Fact.code("Charge", charge.id().value()));
    var stars = Wording.stars(charge.amount());
    return new RefundView(
        frame,
        isReturnable(charge) ? "Send " + stars + " back?" : stars,
        back,
        charge.id().value(),
        stars,
        charge.buyer().toString(),
        facts,
        effect,
        whyNot(charge.standing()),
        history);
  }

  private static String effect(Goods goods) {
    return switch (goods) {
      case HANDED_OVER ->
          "The whole payment goes back to its buyer. The goods are taken back first, as far as"
              + " they can be: a code is marked and never sold again; what was read stays read.";
      case OWED ->
          "The whole payment goes back to its buyer. Goods that have not left do not leave any"
              + " more.";
      case FAILED, REVOKED -> "The whole payment goes back to its buyer, who has no goods.";
    };
  }

  private static String whyNot(Standing standing) {
    return switch (standing) {
      case Standing.Kept kept -> "";
      case Standing.Returning returning -> "A refund is under way. What comes of it shows here.";
      case Standing.Unknown unknown ->
          "A refund was sent and its answer lost. Telegram's statement will tell; until then no"
              + " second one is sent.";
      case Standing.Returned returned -> "These Stars are back with the buyer.";
      case Standing.TakenBack taken -> "The buyer took these Stars back at the store.";
      case Standing.Missing missing ->
          "Telegram's statement does not have this payment, so there is nothing to send back.";
    };
  }
}
