package dev.startill.simulation;

import dev.startill.port.Reply;
import java.util.HashSet;
import java.util.Set;

/**
 * What Telegram was asked to send back, as the World knows it: which of it was made, and of which
 * the engine cannot know. The engine may ask for no refund whose outcome is unknown before the
 * statement was read to its end. For one thread.
 */
final class Refundings {
  private final Stage stage;
  private final Set<String> unknown = new HashSet<>();

  Refundings(Stage stage) {
    this.stage = stage;
  }

  /** The engine asks for one. Until it has an answer, nobody knows. */
  void asking(String charge) {
    stage.checker.refunding(charge);
    if (!unknown.add(charge)) {
      stage.checker.breached(
          Invariant.UNKNOWN_REFUND_IS_NOT_REPEATED, "asked again for " + Checker.brief(charge));
    }
  }

  /** The World did it, whatever is said of it. */
  void made(String charge) {
    stage.checker.refunded(charge);
  }

  /** The engine has this answer. */
  void answered(String charge, Reply reply) {
    if (isDefinite(reply)) {
      unknown.remove(charge);
    } else {
      unknown.add(charge);
    }
  }

  /** The engine has read the statement to its end, where all stands that was made. */
  void stated() {
    unknown.clear();
  }

  /** That it was refunded already is no proof: it has to be looked up as well. */
  private static boolean isDefinite(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> true;
      case Reply.Later later -> true;
      case Reply.Unsent unsent -> true;
      case Reply.Unreachable unreachable -> true;
      case Reply.Refused refused -> !refused.description().contains("CHARGE_ALREADY_REFUNDED");
      case Reply.Unknown lost -> false;
    };
  }
}
