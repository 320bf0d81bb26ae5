package dev.startill.server.tools;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Standing;
import dev.startill.server.cli.Options.UsageException;
import dev.startill.server.words.Age;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** {@code refund CHARGE}: sends a charge back, and waits to see what came of it. */
final class Refund {
  static final Tool TOOL = new Tool("refund", Set.of("--reason"), Set.of(), 1, Refund::run);

  /** What a person writes about it; the history keeps it. */
  private static final int LONGEST_REASON = 500;

  private Refund() {}

  /** What came of it, for machines, for people, and for the exit status. */
  private record Outcome(String name, String words, int status) {
    static Outcome accepted(String name, String words) {
      return new Outcome(name, words, Tool.DONE);
    }

    static Outcome refused(String name, String words) {
      return new Outcome(name, words, Tool.REFUSED);
    }
  }

  private static int run(Call call) {
    var charge = call.options().word(0, "CHARGE", ChargeId::new);
    var reason = reason(call.options().text("--reason", "asked for by the operator"));
    try (var office = Office.open(call.config())) {
      var outcome = refund(charge, reason, office);
      var result = new LinkedHashMap<String, Object>();
      result.put("charge", charge.value());
      result.put("outcome", outcome.name());
      Money.of(charge, office.books())
          .flatMap(Money::order)
          .ifPresent(order -> result.put("order", order.value()));
      result.put("words", outcome.words());
      call.answer(outcome.words(), result);
      return outcome.status();
    }
  }

  private static Outcome refund(ChargeId charge, String reason, Office office) {
    return switch (office.startill().refund(charge, reason)) {
      case REQUESTED, UNDER_WAY -> seenThrough(charge, office);
      case RETURNED ->
          Outcome.accepted("returned", "It went back to its buyer before; nothing was sent.");
      case TAKEN_BACK ->
          Outcome.refused(
              "taken-back",
              "Refused: the buyer took it back at the store. Nothing is left to send.");
      case MISSING ->
          Outcome.refused(
              "missing",
              "Refused: Telegram's statement does not have this charge, so there is nothing to send back.");
      case TOO_LATE -> Outcome.refused("too-late", tooLate(office));
      case UNKNOWN_CHARGE ->
          Outcome.refused(
              "unknown-charge",
              "Refused: no charge of ours has this id. Is it whole? If the payment is new, './startill reconcile' finds it.");
    };
  }

  private static Outcome seenThrough(ChargeId charge, Office office) {
    var served = office.isServed();
    var unused =
        office.await(() -> Money.of(charge, office.books()).filter(Money::isSettled).isPresent());
    return Money.of(charge, office.books())
        .map(money -> outcome(money, served, office))
        .orElseGet(() -> Outcome.accepted("requested", "The refund is on its way."));
  }

  private static Outcome outcome(Money money, boolean served, Office office) {
    return switch (money.standing()) {
      case Standing.Returned returned ->
          Outcome.accepted(
              "returned",
              "Confirmed: ⭐ %d are back with buyer %s."
                  .formatted(money.charge().amount().count(), money.charge().buyer()));
      case Standing.Kept kept ->
          Outcome.refused(
              "refused",
              "Refused. %s. The Stars are still here, and a case is open."
                  .formatted(words(money.latest("RefundRefused", office.books()))));
      case Standing.Unknown unknown ->
          Outcome.accepted(
              "unknown",
              "Nobody knows yet whether it was made: Telegram's answer was lost. The statement will"
                  + " tell, and no second refund leaves before it has.");
      case Standing.Returning returning -> Outcome.accepted("requested", onItsWay(served));
      case Standing.TakenBack taken ->
          Outcome.refused("taken-back", "The buyer took it back at the store meanwhile.");
      case Standing.Missing missing ->
          Outcome.refused("missing", "Telegram's statement does not have this charge.");
    };
  }

  private static String onItsWay(boolean served) {
    return served
        ? "It is asked for, and on its way: the running server goes on trying."
        : "It is asked for, and on its way: Telegram has not taken it yet. Start the server, which"
            + " goes on trying.";
  }

  private static String tooLate(Office office) {
    return office
        .config()
        .refunds()
        .window()
        .map(
            window ->
                "Refused: it was paid more than %s ago, which is this shop's own limit (refunds.window). Telegram was not asked."
                    .formatted(Age.of(window)))
        .orElse("Refused: it was paid too long ago.");
  }

  private static String words(Optional<String> said) {
    return said.filter(words -> !words.isBlank()).orElse("Telegram gave no reason");
  }

  private static String reason(String text) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_REASON) {
      throw new UsageException("--reason has 1 to %d characters.".formatted(LONGEST_REASON));
    }
    return text;
  }
}
