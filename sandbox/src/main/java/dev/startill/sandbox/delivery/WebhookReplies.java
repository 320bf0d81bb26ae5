package dev.startill.sandbox.delivery;

/** Does what the body of a webhook's answer asks for, if it asks for a method. */
@FunctionalInterface
public interface WebhookReplies {
  /** Called once per taken update, off the World's lock. */
  void replied(long bot, String contentType, byte[] body);
}
