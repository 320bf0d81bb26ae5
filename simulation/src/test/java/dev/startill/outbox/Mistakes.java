package dev.startill.outbox;

import dev.startill.port.Reply;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Wrong readings of what the world replied. */
final class Mistakes {
  private Mistakes() {}

  static Outcome alreadyRefundedIsAFailure(Reply reply, MethodHandle shipped) throws Throwable {
    return isAlreadyRefunded(reply)
        ? new Outcome.Hopeless("it was refunded already")
        : (Outcome) shipped.invoke(reply);
  }

  static Outcome alreadyRefundedIsASuccess(Reply reply, MethodHandle shipped) throws Throwable {
    return isAlreadyRefunded(reply) ? new Outcome.Delivered() : (Outcome) shipped.invoke(reply);
  }

  private static boolean isAlreadyRefunded(Reply reply) {
    return reply instanceof Reply.Refused refused
        && refused.description().contains(Outcome.ALREADY_REFUNDED);
  }

  static Outcome noAnswerIsANo(Reply reply, MethodHandle shipped) throws Throwable {
    return reply instanceof Reply.Unknown unknown
        ? new Outcome.Hopeless(unknown.why())
        : (Outcome) shipped.invoke(reply);
  }

  static Outcome noAnswerIsAskedForAgain(Reply reply, MethodHandle shipped) throws Throwable {
    return reply instanceof Reply.Unknown unknown
        ? new Outcome.TryAgain(Optional.empty(), unknown.why(), false)
        : (Outcome) shipped.invoke(reply);
  }

  static boolean anyRefundMayLeave(Optional<?> wanted, MethodHandle shipped) {
    return false;
  }
}
