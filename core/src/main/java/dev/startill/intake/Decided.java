package dev.startill.intake;

import dev.startill.payment.Answer;
import dev.startill.payment.Charge;
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
      if (!transition.opened().isEmpty()) {
        log.warn("{} opened {}", line(home), transition.opened());
      } else if (!wordOf(before).equals(wordOf(home))) {
        log.info(line(home));
      } else if (log.isDebugEnabled()) {
        log.debug(line(home));
      }
    }
    if (transition.isQuiet() && !transition.detail().isEmpty()) {
      log.warn("{} changes no order: {}", event, transition.detail());
    }
    transition.answer().ifPresent(answer -> log(answer, log));
  }

  private static void log(Answer answer, Logger log) {
    if (answer instanceof Answer.Decline no && no.reason() == Answer.Reason.UNKNOWN_ORDER) {
      log.warn(
          "checkout={} is for an invoice of ours that this store does not have, and is declined. "
              + "Does another store serve this bot, or was a backup restored? One bot has one store.",
          no.checkout());
    }
    log.debug("{}", answer);
  }

  /** Put together by hand: there are four such lines in each sale. */
  private String line(Home home) {
    var line = new StringBuilder(160).append(nameOf(home)).append(' ');
    line.append(wordOf(before)).append('→').append(wordOf(home));
    line.append(" by ").append(event.getClass().getSimpleName());
    if (!transition.detail().isEmpty()) {
      line.append(": ").append(transition.detail());
    }
    return line.toString();
  }

  private static String nameOf(Home home) {
    return switch (home) {
      case Home.Nothing nothing -> "nothing";
      case Link link -> "link=" + link.id();
      case Order.Paid paid -> "order=" + paid.id() + " " + nameOf(paid.charge());
      case Order order -> "order=" + order.id();
      case StrayCharge stray -> "stray " + nameOf(stray.charge());
    };
  }

  private static String nameOf(Charge charge) {
    return "charge=" + charge.id() + " stars=" + charge.amount().count();
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
