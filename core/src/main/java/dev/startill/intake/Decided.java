package dev.startill.intake;

import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.Order;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.StrayCharge;
import dev.startill.payment.Transition;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * What an event met and what followed. Immutable.
 *
 * @param before the home as it was
 * @param event what happened
 * @param transition what followed
 * @param lent the message that is to leave at once, if any
 */
public record Decided(Home before, PaymentEvent event, Transition transition, Optional<Lent> lent) {
  /** A decision that lends nothing. */
  Decided(Home before, PaymentEvent event, Transition transition) {
    this(before, event, transition, Optional.empty());
  }

  /** Whether it wrote messages that nobody was lent. */
  boolean leavesMessages() {
    return transition.messages().size() > (lent.isPresent() ? 1 : 0);
  }

  /** One line for each home that changed; a warning where a person should look. */
  void log(Logger log) {
    for (var home : transition.after()) {
      var line =
          "%s %s→%s by %s%s"
              .formatted(
                  nameOf(home),
                  wordOf(before),
                  wordOf(home),
                  event.getClass().getSimpleName(),
                  transition.detail().isEmpty() ? "" : ": " + transition.detail());
      if (!transition.opened().isEmpty()) {
        log.warn("{} opened {}", line, transition.opened());
      } else if (wordOf(before).equals(wordOf(home))) {
        log.debug("{}", line);
      } else {
        log.info("{}", line);
      }
    }
    if (transition.isQuiet() && !transition.detail().isEmpty()) {
      log.warn("{} changes no order: {}", event, transition.detail());
    }
    transition.answer().ifPresent(answer -> log.debug("{}", answer));
  }

  private static String nameOf(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> "nothing";
      case Link link -> "link=" + link.id();
      case Order.Paid paid ->
          "order=%s charge=%s stars=%d"
              .formatted(paid.id(), paid.charge().id(), paid.charge().amount().count());
      case Order order -> "order=" + order.id();
      case StrayCharge stray ->
          "stray charge=%s stars=%d"
              .formatted(stray.charge().id(), stray.charge().amount().count());
    };
  }

  private static String wordOf(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> "Nothing";
      case Link link -> link.closed() ? "Closed" : "Link";
      case Order order -> order.word().name();
      case StrayCharge stray -> stray.why().name();
    };
  }
}
