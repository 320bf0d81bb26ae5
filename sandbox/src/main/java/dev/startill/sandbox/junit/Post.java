package dev.startill.sandbox.junit;

import dev.startill.sandbox.testing.Telegram;
import dev.startill.sandbox.testing.WaitedInVain;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is told with a failure: the chats and the last calls at its moment. */
final class Post {
  private Post() {}

  /** Adds it to a failed test's exception, where every report and every IDE shows it. */
  static void mortem(ExtensionContext context, Telegram telegram) {
    context
        .getExecutionException()
        .filter(failure -> !(failure instanceof WaitedInVain))
        .ifPresent(failure -> failure.addSuppressed(new AsItWas(telegram.situation())));
  }

  /** No failure of its own: only its words matter. */
  private static final class AsItWas extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsItWas(String situation) {
      super("When the test failed:" + System.lineSeparator() + situation, null, false, false);
    }
  }
}
