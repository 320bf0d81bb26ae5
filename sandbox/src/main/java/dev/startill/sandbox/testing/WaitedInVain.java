package dev.startill.sandbox.testing;

/**
 * What a test waited for did not come in time. The message shows the chat as it is and the bot's
 * last calls.
 */
public final class WaitedInVain extends AssertionError {
  private static final long serialVersionUID = 1L;

  WaitedInVain(String message) {
    super(message);
  }
}
