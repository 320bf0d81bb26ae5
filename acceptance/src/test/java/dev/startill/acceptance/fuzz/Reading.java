package dev.startill.acceptance.fuzz;

import dev.startill.intake.Update;
import dev.startill.telegram.http.Incoming;
import dev.startill.testkit.fuzz.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What became of bytes, and whether that may be: a second opinion by another reader of JSON. */
final class Reading {
  private static final Set<String> MONEY = Set.of("successful_payment", "refunded_payment");

  private Reading() {}

  /** The row of the table in which it is counted. */
  static String kindOf(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Unreadable unreadable ->
          unreadable.ofMoney() ? "unreadable money" : "unreadable";
      case Incoming.Understood understood ->
          switch (understood.update()) {
            case Update.Checkout checkout -> "checkout";
            case Update.Payment payment -> "payment";
            case Update.Refunded refunded -> "refund";
            case Update.Spoke spoke -> "word";
            case Update.Other other -> "other";
          };
    };
  }

  /** A payment or a refund is read as one, or said to be unreadable; never passed over. */
  static void requireNoMoneyLost(byte[] update, Incoming incoming) {
    if (!isOfMoney(incoming) && bringsMoney(update)) {
      throw new AssertionError("Money was taken for " + incoming);
    }
  }

  /** Whoever handles it must treat it as money. */
  private static boolean isOfMoney(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Unreadable unreadable -> unreadable.ofMoney();
      case Incoming.Understood understood ->
          understood.update() instanceof Update.Payment
              || understood.update() instanceof Update.Refunded;
    };
  }

  /**
   * Wrong UTF-8 may be overlooked; what is no JSON either brings money if the name stands there.
   */
  private static boolean bringsMoney(byte[] update) {
    var text = new String(update, StandardCharsets.ISO_8859_1);
    return Json.read(text.getBytes(StandardCharsets.UTF_8))
        .map(Reading::bringsMoney)
        .orElseGet(() -> MONEY.stream().anyMatch(name -> text.contains("\"" + name + "\"")));
  }

  private static boolean bringsMoney(Json update) {
    return update instanceof Json.Obj obj
        && obj.members().stream()
            .filter(member -> member.name().equals("message"))
            .anyMatch(
                message ->
                    message.value() instanceof Json.Obj of
                        && of.members().stream().anyMatch(m -> MONEY.contains(m.name())));
  }
}
