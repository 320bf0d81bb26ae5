package dev.startill.telegram.http;

/**
 * Takes in what comes, together with what Telegram wrote: for a bot that reads more of an update
 * than payments do. What {@link UpdateHandler} says holds here as well.
 */
@FunctionalInterface
public interface WholeUpdateHandler {
  /**
   * Takes in one update.
   *
   * @param incoming what payments and a shop care about
   * @param json the whole update; empty where there is no JSON to be had
   */
  void handle(Incoming incoming, byte[] json);
}
